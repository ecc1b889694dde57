using Alerts.Cases;
using Alerts.Extract;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Telemetry;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>Takes an article in: what it tells goes into the cases, what changed is announced.</summary>
public sealed class Intake(
    Extractor extractor,
    ArticleReader reader,
    WatchedCases watched,
    ISnapshotStore snapshots,
    CaseBook book,
    ISubscriptionStore subscriptions,
    Announcer announcer)
{
    /// <param name="source">Whose article it is.</param>
    /// <param name="fetched">The bytes the article was read from; kept, as what was said on that page at that time.</param>
    /// <param name="article">The article.</param>
    /// <param name="previous">Names the snapshot of the version that was last taken in; null for an article not seen before.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    public async Task<Taken> TakeAsync(Source source, Fetched fetched, Article article, string? previous, CancellationToken cancellation)
    {
        await snapshots.StoreAsync(fetched, cancellation);
        var extraction = extractor.Extract(article, await watched.IndexAsync(cancellation));
        foreach (var turned in extraction.TurnedDown)
        {
            AlertsTelemetry.TurnDown(turned.Reason);
        }

        if (extraction.Events.Count == 0)
        {
            return new Taken(1, 0, 0);
        }

        var events = previous is null ? extraction.Events : await MarkOldAsync(extraction.Events, source, previous, cancellation);
        var (changes, followers) = (0, 0);
        foreach (var sightings in events.GroupBy(e => e.CaseId))
        {
            if (await book.EnterAsync(sightings.Key, [.. sightings], cancellation) is { } entered)
            {
                changes += await AnnounceAsync(entered, cancellation);
                followers += await subscriptions.CountAsync(Topic.OfCase(sightings.Key), cancellation);
            }
        }

        foreach (var sighting in extraction.Events)
        {
            AlertsTelemetry.Read(sighting.Type);
        }

        return new Taken(1, extraction.Events.Count, changes, followers);
    }

    /// <summary>What stood on the page before is no news, though the page is.</summary>
    private async Task<IReadOnlyList<CaseEvent>> MarkOldAsync(IReadOnlyList<CaseEvent> events, Source source, string previous, CancellationToken cancellation)
    {
        if (await PreviousAsync(source, previous, cancellation) is not { } before)
        {
            return events;
        }

        return [.. events.Select(e => before.Text.Contains(e.Evidence.Quote, StringComparison.Ordinal) ? e with { Evidence = e.Evidence with { StoodBefore = true } } : e)];
    }

    private async Task<Article?> PreviousAsync(Source source, string digest, CancellationToken cancellation)
    {
        try
        {
            return await snapshots.FindAsync(digest, cancellation) is { } stored ? reader.Read(stored, source).Article : null;
        }
        catch (InvalidDataException)
        {
            // It proves nothing any more, and must not keep the news from coming.
            return null;
        }
    }

    private async Task<int> AnnounceAsync(Reconciliation entered, CancellationToken cancellation)
    {
        foreach (var change in entered.Changes)
        {
            AlertsTelemetry.Changed(change.Event.Type);
            await announcer.AnnounceAsync(entered.Revised.Case, change.Id, change.At, cancellation);
        }

        return entered.Changes.Count;
    }
}
