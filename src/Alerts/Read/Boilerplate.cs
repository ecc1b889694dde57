using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Alerts.Read;

/// <summary>What stands around an article on many sites and is none of it, told by the names that site builders give it.</summary>
internal static partial class Boilerplate
{
    /// <summary>Characters.</summary>
    private const int LongestNotice = 300;

    private static readonly FrozenSet<string> Elements = FrozenSet.Create("nav", "footer", "aside", "menu", "search");

    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "ad", "ads", "banner", "consent", "copyright", "disqus", "footer", "gdpr", "jumplinks", "links", "login", "masthead", "menu", "modal", "nav", "navbar", "navigation", "outbrain", "pager",
        "pagination", "paywall", "popup", "recirc", "replies", "respond", "sidebar", "signup", "skip", "social", "taboola", "tags", "toolbar", "trending");

    /// <summary>Words that site builders grow from: <c>relatedposts</c>, <c>sharedaddy</c>, <c>commentlist</c>.</summary>
    private static readonly string[] Stems =
        ["advert", "breadcrumb", "comment", "cookie", "donat", "newsletter", "promo", "recommend", "related", "share", "sharing", "shoutbox", "sponsor", "subscri"];

    /// <summary>Is it named as boilerplate, and does it hold little of the prose?</summary>
    /// <param name="box">The element.</param>
    /// <param name="prose">Prose of all that is looked at: what holds most of it is the article, whatever its name.</param>
    public static bool IsNamed(Box box, int prose) =>
        (Elements.Contains(box.Name) || HintWords(box.Hints).Any(IsBoilerplate)) && box.Prose * 2 <= prose;

    /// <summary>A menu, a row of tags, a list of other articles: nearly all links. A table's cell that holds but one, such as the number of a case, is part of its row.</summary>
    public static bool IsLinks(Box box) =>
        box.Block is null && box.Name is not ("li" or "p") && !(box.Name is "td" or "th" && box.Children is [{ Block: not null }]) && box.LinkDensity > 0.6 && box.Prose * 4 < box.Length;

    /// <summary>What belongs to the site when it stands at the very end: a line of links alone, such as to imprint and privacy, and who holds the rights.</summary>
    public static bool IsFoot(Box run) => run.LinkDensity > 0.9 || run.Length <= LongestNotice && Copyright().IsMatch(run.Block!.Text);

    private static bool IsBoilerplate(string word) =>
        Words.Contains(word) || Stems.Any(s => word.StartsWith(s, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> HintWords(string hints) => Word().Matches(hints).Select(m => m.Value);

    [GeneratedRegex(@"^\W*(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|(?:19|20)\d\d))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Copyright();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+")]
    private static partial Regex Word();
}
