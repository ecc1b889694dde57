using System.Net;
using System.Text;
using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>HTML as a tree of bounded depth.</summary>
public static class Markup
{
    /// <summary>Deeper than any page that people wrote; the walks over the tree are recursive.</summary>
    private const int MaxDepth = 800;

    /// <returns>The tree, or null when the elements are nested deeper, or in greater disorder, than those of any page made for people.</returns>
    public static HtmlDocument? Parse(string html)
    {
        if (TagSoup.IsTooCostly(html))
        {
            return null;
        }

        var document = new HtmlDocument { OptionMaxNestedChildNodes = MaxDepth };
        try
        {
            document.LoadHtml(html);
            return document;
        }
#pragma warning disable CA1031 // The parser reports the depth by a bare Exception.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    /// <summary>The elements of a name in the order of the page, at a cost that does not grow with their depth as the parser's own walk does.</summary>
    public static IEnumerable<HtmlNode> Elements(this HtmlDocument page, string name) => page.Elements().Where(node => node.Name == name);

    /// <summary>All there is on the page, in its order, text and comments among it.</summary>
    public static IEnumerable<HtmlNode> Elements(this HtmlDocument page)
    {
        for (var node = page.DocumentNode.FirstChild; node is not null; node = After(node))
        {
            yield return node;
        }
    }

    /// <summary>An attribute's text, entities resolved; null when missing or blank.</summary>
    public static string? Attribute(this HtmlNode node, string name) =>
        WebUtility.HtmlDecode(node.GetAttributeValue(name, ""))?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The text within on one line, entities resolved.</summary>
    public static string TextOf(HtmlNode? node) => node is null ? "" : OneLine(WebUtility.HtmlDecode(node.InnerText));

    /// <summary>White space collapsed, invisible characters gone.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (c is not ('\u00AD' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF') && !char.IsControl(c))
            {
                line.Append(c);
            }
        }

        return line.ToString().TrimEnd();
    }

    private static HtmlNode? After(HtmlNode node)
    {
        if (node.FirstChild is { } child)
        {
            return child;
        }

        var at = node;
        while (at is not null && at.NextSibling is null)
        {
            at = at.ParentNode;
        }

        return at?.NextSibling;
    }
}
