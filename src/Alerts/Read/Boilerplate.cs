using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Alerts.Read;

/// <summary>What stands around an article on many sites and is none of it, told by the names that site builders give it.</summary>
internal static partial class Boilerplate
{
    private static readonly FrozenSet<string> Elements = FrozenSet.Create("nav", "footer", "aside", "menu", "search");

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ad", "ads", "advert", "advertisement", "advertising", "banner", "breadcrumb", "breadcrumbs", "comment", "commentlist", "comments", "consent", "cookie", "cookies", "copyright", "disqus",
        "donate", "donation", "donations", "footer", "gdpr", "hidden", "jumplinks", "login", "masthead", "menu", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain", "pager", "pagination",
        "paywall", "popup", "promo", "promos", "promotion", "recirc", "recommendations", "recommended", "related", "replies", "respond", "share", "sharedaddy", "sharing", "shoutbox", "sidebar",
        "signup", "skip", "social", "sponsor", "sponsored", "sponsors", "subscribe", "subscription", "supplemental", "taboola", "tags", "teaser", "teasers", "toolbar", "trending", "widget",
        "widgets");

    /// <summary>Is it named as boilerplate, and does it hold little of the prose?</summary>
    /// <param name="box">The element.</param>
    /// <param name="prose">Prose of all that is looked at: what holds most of it is the article, whatever its name.</param>
    public static bool IsNamed(Box box, int prose) =>
        (Elements.Contains(box.Name) || HintWords(box.Hints).Any(Words.Contains)) && box.Prose * 2 <= prose;

    /// <summary>A menu, a row of tags, a list of other articles: nearly all links.</summary>
    public static bool IsLinks(Box box) => box.Block is null && box.LinkDensity > 0.6 && box.Prose * 4 < box.Length;

    private static IEnumerable<string> HintWords(string hints) => Word().Matches(hints).Select(m => m.Value);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+")]
    private static partial Regex Word();
}
