using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alerts.Watch;

namespace Alerts.Read.Listings;

/// <summary>Reads RSS of every version, Atom and JSON Feed, with the slips that real feeds make; a document type with its entities is refused.</summary>
public sealed partial class FeedReader
{
    private const string ContentModule = "http://purl.org/rss/1.0/modules/content/";

    public Listing Read(Fetched fetched)
    {
        if (Charset.Decode(fetched.Body, fetched.Charset) is not { } text)
        {
            return new Listing([], ReadProblem.WrongCharset, $"The bytes of the feed {fetched.FinalUrl} make no text in any charset. Look at it in a browser, and tell its owner.");
        }

        return JsonFeed.Is(text)
            ? OfJson(text, fetched.FinalUrl)
            : SafeXml.Read(text, xml => OfXml(xml, fetched.FinalUrl), what => Malformed(fetched.FinalUrl, what));
    }

    private static Listing OfJson(string text, Uri at)
    {
        try
        {
            return JsonFeed.Read(text, at) is { } articles ? new Listing(articles) : Malformed(at, "it is JSON, but names no version of JSON Feed");
        }
        catch (JsonException)
        {
            return Malformed(at, "it begins like JSON and does not go on so");
        }
    }

    private static Listing OfXml(string xml, Uri at)
    {
        // The versions before 2.0 are read as 2.0, which only added to them (RSS 2.0 specification, "Roadmap").
        using var reader = SafeXml.Reader(OldVersion().Replace(xml, "$1version=\"2.0\"", count: 1));
        reader.MoveToContent();
        if (RdfFeed.Is(reader.LocalName))
        {
            return new Listing(RdfFeed.Read(XElement.Load(reader), at));
        }

        SyndicationFeedFormatter? formatter = new SyndicationFeedFormatter[] { new Rss20FeedFormatter(), new Atom10FeedFormatter() }.FirstOrDefault(f => f.CanRead(reader));
        if (formatter is null)
        {
            return Malformed(at, $"its outermost element is <{reader.Name}>");
        }

        formatter.DateTimeParser = FeedDate.Parse;
        formatter.ReadFrom(reader);
        return new Listing([.. formatter.Feed.Items.Take(Listing.Most).Select(i => Entry(i, at)).OfType<ListedArticle>()]);
    }

    private static Listing Malformed(Uri at, string what) => new(
        [],
        ReadProblem.Malformed,
        $"{at} is no RSS, Atom or JSON feed that can be read: {what}. Look for the feed's own address on the site, or make the source a page or a list.");

    private static ListedArticle? Entry(SyndicationItem item, Uri feed) => Address(item, feed) is not { } url ? null : new ListedArticle(
        url,
        item.Title is { } title ? Markup.TextOf(Markup.Parse(title.Text)?.DocumentNode) : "",
        Day(item.PublishDate) ?? Day(item.LastUpdatedTime),
        Content(item) is { } content && !string.IsNullOrWhiteSpace(content) ? content : null,
        item.LastUpdatedTime == default ? null : item.LastUpdatedTime);

    /// <summary>The alternate link; where there is none, an id that is an address (RSS guid).</summary>
    private static Uri? Address(SyndicationItem item, Uri feed)
    {
        var link = item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate");
        var within = link?.BaseUri ?? item.BaseUri ?? feed;
        var address = link?.Uri.OriginalString ?? item.Id;
        return address is { Length: > 0 } ? WebAddress.Of(within.IsAbsoluteUri ? within : new Uri(feed, within), address.Trim()) : null;
    }

    private static DateOnly? Day(DateTimeOffset time) => time == default ? null : DateOnly.FromDateTime(time.UtcDateTime);

    private static string? Content(SyndicationItem item) => item.Content is TextSyndicationContent atom
        ? atom.Type == "text" ? WebUtility.HtmlEncode(atom.Text) : atom.Text
        : item.ElementExtensions.ReadElementExtensions<string>("encoded", ContentModule).FirstOrDefault();

    [GeneratedRegex("""(<rss\b[^>]*?\s)version\s*=\s*["']0\.9[0-9]?["']""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OldVersion();
}
