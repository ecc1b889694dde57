using System.Xml.Linq;
using Alerts.Watch;

namespace Alerts.Read.Listings;

/// <summary>Reads sitemaps (sitemaps.org, protocol 0.9) with the news extension, and their indexes.</summary>
internal static class SitemapReader
{
    /// <summary>Parts of an index that are read, the newest first.</summary>
    private const int MostParts = 3;

    private static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";

    public static Listing Read(Fetched fetched, string? follow) =>
        Charset.Decode(fetched.Body, fetched.Charset) is not { } text ? Failed(fetched.FinalUrl, ReadProblem.WrongCharset, "its bytes make no text in any charset")
        : SafeXml.Read(text, xml => OfXml(xml, fetched.FinalUrl, follow), what => Failed(fetched.FinalUrl, ReadProblem.Malformed, what));

    private static Listing OfXml(string xml, Uri at, string? follow)
    {
        using var reader = SafeXml.Reader(xml);
        var root = XElement.Load(reader);
        return root.Name.LocalName switch
        {
            "urlset" => Pages(root, at, new FollowPattern(follow)),
            "sitemapindex" => new Listing([]) { Parts = [.. NewestFirst(root).Select(e => Address(e, at)).OfType<Uri>().Take(MostParts)] },
            var other => Failed(at, ReadProblem.Malformed, $"its outermost element is <{other}>"),
        };
    }

    private static Listing Pages(XElement root, Uri at, FollowPattern follow) => new(
    [
        .. NewestFirst(root)
            .Select(e => Address(e, at) is { } url && follow.Matches(url) ? new ListedArticle(url, Child(Child(e, "news"), "title")?.Value.Trim() ?? "", Published(e), Content: null, Modified(e)) : null)
            .OfType<ListedArticle>()
            .Take(Listing.Most),
    ]);

    /// <summary>What is not dated goes last, in its own order.</summary>
    private static IEnumerable<XElement> NewestFirst(XElement root) => root.Elements()
        .Where(e => e.Name.LocalName is "url" or "sitemap")
        .OrderByDescending(e => Modified(e) ?? DateTimeOffset.MinValue);

    private static Uri? Address(XElement element, Uri at) => WebAddress.Of(at, Child(element, "loc")?.Value.Trim());

    private static DateOnly? Published(XElement element) => Time(Child(Child(element, "news"), "publication_date")) is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;

    private static DateTimeOffset? Modified(XElement element) => Time(Child(element, "lastmod")) ?? Time(Child(Child(element, "news"), "publication_date"));

    private static DateTimeOffset? Time(XElement? element) => element is null ? null : FeedDate.Parse(element.Value);

    /// <summary>By its local name: many sitemaps have the namespace wrong. The news extension's own title is not the page's.</summary>
    private static XElement? Child(XElement? element, string name) =>
        element?.Elements().FirstOrDefault(e => e.Name.LocalName == name && (name != "news" || e.Name.Namespace == News || e.HasElements));

    private static Listing Failed(Uri at, ReadProblem problem, string what) =>
        new([], problem, $"{at} is no sitemap that can be read: {what}. Look for the site's sitemap in its robots.txt, or make the source a page or a list.");
}
