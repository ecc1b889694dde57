using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Alerts.Read;

/// <summary>
/// HTML as browsers read it, which is what a CSS selector means. Elements that are never closed are taken up again in every paragraph
/// (HTML Standard, "reconstruct the active formatting elements"), so that a small page can become millions of elements: they are counted beforehand.
/// </summary>
internal static partial class BoundedHtml
{
    private const int MaxTakenUpAgain = 500_000;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>The document, which holds memory only: disposing of it would take it apart child by child, at a cost that grows with their square. null when it unfolds to more elements than any page made for people.</returns>
    public static IHtmlDocument? Parse(string html) => Unfolds(html) ? null : new HtmlParser().ParseDocument(html);

    /// <summary>Written at a cost that does not grow with the square of an element's children, as the library's own writing does.</summary>
    public static string Write(IEnumerable<IElement> elements)
    {
        var html = new StringBuilder();
        var next = new Stack<(INode Node, bool IsEnd)>(elements.Reverse().Select(e => ((INode)e, false)));
        while (next.TryPop(out var at))
        {
            if (at.Node is IElement element)
            {
                var isVoid = element.Flags.HasFlag(NodeFlags.SelfClosing);
                html.Append(at.IsEnd ? HtmlMarkupFormatter.Instance.CloseTag(element, isVoid) : HtmlMarkupFormatter.Instance.OpenTag(element, isVoid));
                foreach (var child in at.IsEnd ? [] : element.ChildNodes.Reverse().Select(c => (c, false)).Prepend((element, true)))
                {
                    next.Push(child);
                }
            }
            else if (at.Node is IText text)
            {
                html.Append(text.ParentElement?.Flags.HasFlag(NodeFlags.LiteralText) == true
                    ? HtmlMarkupFormatter.Instance.LiteralText(text)
                    : HtmlMarkupFormatter.Instance.Text(text));
            }
        }

        return html.ToString();
    }

    private static bool Unfolds(string html)
    {
        var (open, again) = (0, 0L);
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            if (!Formatting.Contains(html.AsSpan(tag.Index, tag.Length).TrimStart("</")))
            {
                again += open;
            }
            else
            {
                open = html[tag.Index + 1] == '/' ? Math.Max(open - 1, 0) : open + 1;
            }
        }

        return again > MaxTakenUpAgain;
    }

    [GeneratedRegex("</?[a-z][a-z0-9]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
