using System.Xml.Linq;

namespace Alerts.Read.Listings;

/// <summary>Reads RSS 1.0 and 0.90, which are RDF: the items stand beside the channel.</summary>
internal static class RdfFeed
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static bool Is(string name) => name is "RDF";

    public static IReadOnlyList<ListedArticle> Read(XElement root, Uri at) =>
    [
        .. root.Elements().Where(e => e.Name.LocalName == "item").Take(Listing.Most).Select(item => Article(item, at)).OfType<ListedArticle>(),
    ];

    private static ListedArticle? Article(XElement item, Uri at) =>
        Child(item, "link") is not { } link || WebAddress.Of(at, link) is not { } url ? null : new ListedArticle(
            url,
            Markup.TextOf(Markup.Parse(Child(item, "title") ?? "")?.DocumentNode),
            FeedDate.Of(item.Element(DublinCore + "date")?.Value),
            item.Element(Content + "encoded")?.Value is { } content && !string.IsNullOrWhiteSpace(content) ? content : null);

    private static string? Child(XElement item, string name) => item.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();
}
