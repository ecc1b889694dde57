using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using Alerts.Watch;

namespace Alerts.Read;

/// <param name="Url">Of the article's own page, absolute.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Published">Day of publication, UTC.</param>
/// <param name="Content">HTML of the whole article; null when the feed holds a summary only.</param>
public sealed record FeedEntry(Uri Url, string Title, DateOnly? Published, string? Content);

public sealed record Feed(IReadOnlyList<FeedEntry> Entries, ReadProblem Problem = ReadProblem.None, string? Explanation = null);

/// <summary>Reads RSS 2.0 and Atom, with the slips that real feeds make; a document type with its entities is refused.</summary>
public sealed class FeedReader
{
    /// <summary>Of one feed, the newest being first.</summary>
    public const int MaxEntries = 500;

    private const int MaxDepth = 200;

    /// <summary>Characters of the XML reader's complaint, which may quote the document at length.</summary>
    private const int MaxReason = 200;

    private const int MaxCharacters = 20_000_000;
    private const string ContentModule = "http://purl.org/rss/1.0/modules/content/";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
    };

    public Feed Read(Fetched fetched) =>
        Charset.Decode(fetched.Body, fetched.Charset) is { } text
            ? Read(text, fetched.FinalUrl)
            : new Feed([], ReadProblem.WrongCharset, $"The bytes of the feed {fetched.FinalUrl} make no text in any charset. Look at it in a browser, and tell its owner.");

    private static Feed Read(string text, Uri at)
    {
        try
        {
            var xml = FeedText.Mend(text);
            if (IsTooDeep(xml))
            {
                return Malformed(at, "its elements are nested too deeply");
            }

            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            SyndicationFeedFormatter? formatter = new SyndicationFeedFormatter[] { new Rss20FeedFormatter(), new Atom10FeedFormatter() }.FirstOrDefault(f => f.CanRead(reader));
            if (formatter is null)
            {
                return Malformed(at, $"its outermost element is <{reader.Name}>");
            }

            formatter.DateTimeParser = FeedDate.Parse;
            formatter.ReadFrom(reader);
            return new Feed([.. formatter.Feed.Items.Take(MaxEntries).Select(i => Entry(i, at)).OfType<FeedEntry>()]);
        }
        catch (XmlException e)
        {
            return Malformed(at, HasDocumentType(text) ? "it carries a document type (DTD), whose entities could expand without end" : e.Message);
        }
    }

    /// <summary>Looked at beforehand, as the syndication library takes any depth, and ever more time for it.</summary>
    private static bool IsTooDeep(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static Feed Malformed(Uri at, string what) => new(
        [],
        ReadProblem.Malformed,
        $"{at} is no RSS 2.0 or Atom feed that can be read: {(what.Length > MaxReason ? what[..MaxReason] + "…" : what.TrimEnd('.'))}. Look for the feed's own address on the site, or make the source a page or a list.");

    private static bool HasDocumentType(string text) =>
        text.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is var at && at >= 0 && !text.AsSpan(at).StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase);

    private static FeedEntry? Entry(SyndicationItem item, Uri feed) => Address(item, feed) is not { } url ? null : new FeedEntry(
        url,
        item.Title is { } title ? Markup.TextOf(Markup.Parse(title.Text)?.DocumentNode) : "",
        Day(item.PublishDate) ?? Day(item.LastUpdatedTime),
        Content(item) is { } content && !string.IsNullOrWhiteSpace(content) ? content : null);

    /// <summary>The alternate link; where there is none, an id that is an address (RSS guid).</summary>
    private static Uri? Address(SyndicationItem item, Uri feed)
    {
        var link = item.Links.FirstOrDefault(l => l.RelationshipType is null or "alternate");
        var within = link?.BaseUri ?? item.BaseUri ?? feed;
        var address = link?.Uri.OriginalString ?? item.Id;
        return address is { Length: > 0 }
            && Uri.TryCreate(within.IsAbsoluteUri ? within : new Uri(feed, within), address.Trim(), out var url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
                ? url
                : null;
    }

    private static DateOnly? Day(DateTimeOffset time) => time == default ? null : DateOnly.FromDateTime(time.UtcDateTime);

    private static string? Content(SyndicationItem item) => item.Content is TextSyndicationContent atom
        ? atom.Type == "text" ? WebUtility.HtmlEncode(atom.Text) : atom.Text
        : item.ElementExtensions.ReadElementExtensions<string>("encoded", ContentModule).FirstOrDefault();
}
