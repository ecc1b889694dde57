using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>What a page calls its article, without the name of the site.</summary>
internal static partial class PageTitle
{
    /// <summary>A title proper has so many letters; less in front of a separator is the site's name.</summary>
    private const int ProperFrom = 12;

    public static string Of(HtmlDocument page)
    {
        var headings = page.DocumentNode.Descendants("h1").Select(Markup.TextOf).Where(t => t.Length > 0).Distinct().ToList();
        var site = Meta(page, "og:site_name");
        var whole = Meta(page, "og:title") ?? (headings.Count == 1 ? headings[0] : null) ?? Markup.TextOf(page.DocumentNode.SelectSingleNode("//title"));
        return headings.FirstOrDefault(h => h.Length >= ProperFrom && whole.StartsWith(h, StringComparison.OrdinalIgnoreCase))
            ?? WithoutSite(whole, site);
    }

    private static string? Meta(HtmlDocument page, string property) => page.DocumentNode.Descendants("meta")
        .Where(m => m.Attribute("property") == property || m.Attribute("name") == property)
        .Select(m => m.Attribute("content"))
        .Where(c => c is not null)
        .Select(c => Markup.OneLine(c!))
        .FirstOrDefault();

    private static string WithoutSite(string title, string? site)
    {
        var cut = Separator().Matches(title).LastOrDefault();
        if (cut is null)
        {
            return title;
        }

        var (head, tail) = (title[..cut.Index], title[(cut.Index + cut.Length)..]);
        return site is not null && tail.Equals(site, StringComparison.OrdinalIgnoreCase) ? head
            : site is not null && head.Equals(site, StringComparison.OrdinalIgnoreCase) ? tail
            : site is null && head.Length >= ProperFrom && head.Length > tail.Length ? head
            : title;
    }

    [GeneratedRegex(@"\s+(?:[|–—»·-]|::)\s+")]
    private static partial Regex Separator();
}
