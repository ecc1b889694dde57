using Alerts.Watch;

namespace Alerts.Read.Listings;

/// <summary>Reads which articles a source names, by the kind of the source.</summary>
public sealed class ListingReader(FeedReader feeds, LinkReader links)
{
    /// <param name="fetched">The list, feed, sitemap or answer of an API.</param>
    /// <param name="source">How it is to be read.</param>
    public Listing Read(Fetched fetched, Source source) => source.Kind switch
    {
        SourceKind.Feed => feeds.Read(fetched),
        SourceKind.Sitemap => SitemapReader.Read(fetched, source.Follow),
        SourceKind.Json => JsonListing.Read(fetched, source.Json!),
        SourceKind.List => Links(fetched, source.Follow),
        _ => throw new ArgumentException($"A source of kind {source.Kind} is no listing.", nameof(source)),
    };

    private Listing Links(Fetched fetched, string? follow) => links.Read(fetched, follow) is not { } found
        ? new Listing([], ReadProblem.Malformed, $"{fetched.FinalUrl} is no page that can be read: its bytes make no text, or its elements are in greater disorder than those of a page made for people. Look at it in a browser, and watch another page of the site.")
        : found.Count > 0 ? new Listing([.. found.Select(l => new ListedArticle(l.Url, l.Text))])
        : new Listing([], ReadProblem.NoText, $"The page has no link that matches \"{follow ?? "*"}\". Correct the source's follow pattern, or make it a page.");
}
