using Alerts.Cases;
using Alerts.Extract;
using Alerts.Jobs.Checking;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Watch;

namespace Alerts.Jobs;

/// <summary>What a replay found.</summary>
/// <param name="Snapshots">Snapshots read again.</param>
/// <param name="Unreadable">Snapshots that no source of today reads, or that are damaged.</param>
/// <param name="Cases">The cases that differ.</param>
public sealed record ReplayReport(int Snapshots, int Unreadable, IReadOnlyList<Rereading> Cases);

/// <summary>Reads stored snapshots again with today's rules and holds the cases against it. Nobody is alerted.</summary>
public sealed class Replay(
    ISnapshotStore snapshots,
    ISourceStore sources,
    IDocumentStore documents,
    ICaseStore cases,
    CaseBook book,
    EarlierVersions versions,
    Extractor extractor,
    WatchedCases watched,
    ReconcileOptions options)
{
    /// <param name="since">Snapshots received from then on.</param>
    /// <param name="progress">Is told how many were read, of how many.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<ReplayReport> RunAsync(DateTimeOffset since, Action<int, int> progress, CancellationToken cancellation)
    {
        var sourceOf = await SourcesAsync(cancellation);
        var stored = await snapshots.ListAsync(cancellation).OrderBy(s => s.RetrievedAt).ToListAsync(cancellation);
        var again = stored.Where(s => s.RetrievedAt >= since).ToList();
        var index = await watched.IndexAsync(cancellation);
        var pages = again.Select(s => s.Url).ToHashSet();
        var last = new Dictionary<Uri, Article>();
        var (sightings, digests, unreadable) = (new List<CaseEvent>(), new HashSet<string>(), 0);
        foreach (var earlier in stored.Where(s => s.RetrievedAt < since && pages.Contains(s.Url)).GroupBy(s => s.Url).Select(g => g.Last()))
        {
            foreach (var article in await ReadAsync(earlier, sourceOf, cancellation) ?? [])
            {
                last[article.Url] = article;
            }
        }

        foreach (var (snapshot, number) in again.Select((s, i) => (s, i + 1)))
        {
            if (await ReadAsync(snapshot, sourceOf, cancellation) is not { } articles)
            {
                unreadable++;
                continue;
            }

            digests.Add(snapshot.Digest);
            foreach (var article in articles)
            {
                sightings.AddRange(StoodBefore.Mark(extractor.Extract(article, index).Events, last.GetValueOrDefault(article.Url)));
                last[article.Url] = article;
            }

            progress(number, again.Count);
        }

        return new ReplayReport(again.Count - unreadable, unreadable, await CompareAsync(digests, sightings, cancellation));
    }

    /// <summary>Brings the cases to where today's rules read them. Nobody is alerted, and what people were told of stays for a person to decide about.</summary>
    public async Task ApplyAsync(ReplayReport replayed, CancellationToken cancellation)
    {
        foreach (var differing in replayed.Cases)
        {
            await book.ReviseAsync(
                differing.Before.Case.Id,
                (file, _) =>
                {
                    var again = Rereading.Of(file, differing.Digests, differing.Read, options);
                    return Task.FromResult(new Reconciliation { Revised = again.Differences.Count == 0 ? file : again.After, News = [] });
                },
                cancellation);
        }
    }

    private async Task<IReadOnlyList<Rereading>> CompareAsync(HashSet<string> digests, List<CaseEvent> sightings, CancellationToken cancellation)
    {
        var byCase = sightings.ToLookup(s => s.CaseId);
        var differing = new List<Rereading>();
        await foreach (var watched in cases.ListAsync(cancellation))
        {
            if (await cases.FindAsync(watched.Case.Id, cancellation) is { } file
                && Rereading.Of(file, digests, [.. byCase[file.Case.Id]], options) is { Differences.Count: > 0 } rereading)
            {
                differing.Add(rereading);
            }
        }

        return differing;
    }

    private async Task<IReadOnlyList<Article>?> ReadAsync(SnapshotEntry entry, Dictionary<Uri, Source> sourceOf, CancellationToken cancellation)
    {
        try
        {
            return entry.Url is { } url && sourceOf.TryGetValue(CanonicalUrl.Of(url), out var source) && await snapshots.FindAsync(entry.Digest, cancellation) is { } fetched
                ? versions.All(fetched, source)
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<Dictionary<Uri, Source>> SourcesAsync(CancellationToken cancellation)
    {
        var sourceOf = new Dictionary<Uri, Source>();
        foreach (var watchedSource in await sources.ListAsync(cancellation).ToListAsync(cancellation))
        {
            var source = watchedSource.Source;
            sourceOf.TryAdd(CanonicalUrl.Of(source.Url), source);
            await foreach (var document in documents.ListAsync(source.Id, cancellation))
            {
                sourceOf.TryAdd(CanonicalUrl.Of(document.Url), source);
            }
        }

        return sourceOf;
    }
}
