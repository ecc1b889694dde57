using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>What a page calls its article, without the name of the site.</summary>
internal static partial class PageTitle
{
    private const int Longest = 500;

    /// <summary>A title proper has so many letters; less in front of a separator is the site's name.</summary>
    private const int ProperFrom = 12;

    /// <summary>What follows a separator is a site's name up to so many words.</summary>
    private const int SiteWords = 4;

    public static string Of(HtmlDocument page)
    {
        var headings = page.Elements("h1").Select(Markup.TextOf).Where(t => t.Length > 0).Distinct().ToList();
        var (shared, site) = (Meta(page, "og:title"), Meta(page, "og:site_name"));
        var whole = Bounded(shared ?? Markup.TextOf(page.Elements("title").FirstOrDefault()));
        return headings.FirstOrDefault(h => h.Length >= ProperFrom && whole.Contains(h, StringComparison.OrdinalIgnoreCase))
            ?? (whole.Length > 0 ? WithoutSite(whole, site, guess: shared is null) : Bounded(headings.FirstOrDefault() ?? ""));
    }

    /// <summary>Do they differ in punctuation only?</summary>
    public static bool IsSame(string one, string other) =>
        one.Where(char.IsLetterOrDigit).SequenceEqual(other.Where(char.IsLetterOrDigit));

    private static string Bounded(string title) => title.Length > Longest ? title[..Longest] : title;

    private static string? Meta(HtmlDocument page, string property) => page.Elements("meta")
        .Where(m => m.Attribute("property") == property || m.Attribute("name") == property)
        .Select(m => m.Attribute("content"))
        .Where(c => c is not null)
        .Select(c => Markup.OneLine(c!))
        .FirstOrDefault();

    private static string WithoutSite(string title, string? site, bool guess)
    {
        var cut = Separator().Matches(title).LastOrDefault();
        if (cut is null)
        {
            return title;
        }

        var (head, tail) = (title[..cut.Index], title[(cut.Index + cut.Length)..]);
        return site is not null && tail.Equals(site, StringComparison.OrdinalIgnoreCase) ? head
            : site is not null && head.Equals(site, StringComparison.OrdinalIgnoreCase) ? tail
            : guess && head.Length >= ProperFrom && tail.Count(char.IsWhiteSpace) < SiteWords ? head
            : title;
    }

    [GeneratedRegex(@"\s+(?:[|–—»·-]|::)\s+")]
    private static partial Regex Separator();
}
