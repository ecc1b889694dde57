using System.Collections.Frozen;

namespace Alerts.Read;

/// <summary>
/// Estimates what parsing costs, in one linear pass. HtmlAgilityPack looks back over all tags at each end tag that does not close the innermost element:
/// some thousands of such on a large page are real, a hundred thousand would keep it busy for hours.
/// </summary>
internal static class TagSoup
{
    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    private static readonly FrozenSet<string> Raw = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "script", "style", "textarea", "title");

    /// <summary>Parsed in a second or two.</summary>
    private const int MaxTags = 200_000;

    /// <summary>Tags times misplaced end tags; up to half a second.</summary>
    private const long MaxCost = 100_000_000;

    public static bool IsTooCostly(string html)
    {
        var open = new Stack<string>();
        var count = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (tags, misplaced) = (0L, 0L);
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i < html.Length - 1; i = html.IndexOf('<', i))
        {
            if (html.AsSpan(i).StartsWith("<!--"))
            {
                i = After(html, "-->", i + 4);
                continue;
            }

            var isEnd = html[i + 1] == '/';
            var name = NameAt(html, isEnd ? i + 2 : i + 1);
            i++;
            tags += name.Length > 0 ? 1 : 0;
            if (name.Length == 0 || Void.Contains(name))
            {
                continue;
            }

            if (!isEnd)
            {
                open.Push(name);
                count[name] = count.GetValueOrDefault(name) + 1;
                i = Raw.Contains(name) ? Before(html, $"</{name}", i) : i;
            }
            else
            {
                misplaced += Close(name, open, count) ? 0 : 1;
            }

            if (i >= html.Length)
            {
                break;
            }
        }

        return tags > MaxTags || tags * misplaced > MaxCost;
    }

    /// <returns>Was it the innermost?</returns>
    private static bool Close(string name, Stack<string> open, Dictionary<string, int> count)
    {
        if (count.GetValueOrDefault(name) == 0)
        {
            return false;
        }

        var innermost = true;
        while (open.Pop() is var closed)
        {
            count[closed]--;
            if (closed.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            innermost = false;
        }

        return innermost;
    }

    private static string NameAt(string html, int start)
    {
        var end = start;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        return end > start && char.IsAsciiLetter(html[start]) ? html[start..end] : "";
    }

    private static int After(string html, string mark, int from) => Before(html, mark, from) is var at && at < html.Length ? at + mark.Length : at;

    private static int Before(string html, string mark, int from) =>
        from < html.Length && html.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase) is var at && at >= 0 ? at : html.Length;
}
