using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>The version of an article that was last taken in.</summary>
/// <param name="Digest">Names its snapshot.</param>
/// <param name="CheckedAt">When the page was last looked at, with whatever outcome, by a check that was saved.</param>
public sealed record LastTaken(string Digest, DateTimeOffset CheckedAt)
{
    /// <returns>null for a page not taken in yet.</returns>
    public static LastTaken? Of(SourceState state) => state.Digest is { } digest ? new LastTaken(digest, state.LastChecked ?? default) : null;

    /// <inheritdoc cref="Of(SourceState)"/>
    public static LastTaken? Of(Document? known) => known?.Digest is { } digest ? new LastTaken(digest, known.LastChecked) : null;
}

/// <summary>Reads articles again from their snapshots, the way their source is read today.</summary>
public sealed class EarlierVersions(ISnapshotStore snapshots, ArticleReader articles, ListingReader listings)
{
    /// <returns>null where there is no sound snapshot any more, or none that the source's selection finds anything in.</returns>
    public async Task<Article?> FindAsync(Source source, Uri url, string digest, CancellationToken cancellation)
    {
        try
        {
            return await snapshots.FindAsync(digest, cancellation) is { } stored ? ToldWhole(stored, source, url) ?? articles.Read(stored, source).Article : null;
        }
        catch (InvalidDataException)
        {
            // It proves nothing any more, and must not keep the news from coming.
            return null;
        }
    }

    /// <summary>Every article that a snapshot holds: the page, or the entries that a feed or an API holds whole.</summary>
    /// <param name="stored">The snapshot.</param>
    /// <param name="source">Whose it is.</param>
    public IReadOnlyList<Article> All(Fetched stored, Source source) =>
        source.Kind is SourceKind.Page or SourceKind.Pdf || CanonicalUrl.Of(stored.Url) != CanonicalUrl.Of(source.Url)
            ? [.. new[] { articles.Read(stored, source).Article }.OfType<Article>()]
            : [.. listings.Read(stored, source).Articles.Where(a => a.Content is not null).Select(a => articles.Read(stored, a, source.Id).Article).OfType<Article>()];

    /// <summary>The article within the feed, or the answer of an API, that held the whole of it.</summary>
    private Article? ToldWhole(Fetched stored, Source source, Uri url) =>
        source.Kind is not (SourceKind.Page or SourceKind.Pdf)
        && listings.Read(stored, source).Articles.FirstOrDefault(a => a.Content is not null && CanonicalUrl.Of(a.Url) == CanonicalUrl.Of(url)) is { } listed
            ? articles.Read(stored, listed, source.Id).Article
            : null;
}
