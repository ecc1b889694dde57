using Alerts.Extract;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Telemetry;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>Takes an article in: what it tells goes into the cases, what changed is announced.</summary>
public sealed class Intake(
    Extractor extractor,
    WatchedCases watched,
    ISnapshotStore snapshots,
    CaseBook book,
    Announcer announcer)
{
    /// <param name="fetched">The bytes the article was read from; kept when it tells an event.</param>
    /// <param name="article">The article.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    public async Task<Taken> TakeAsync(Fetched fetched, Article article, CancellationToken cancellation)
    {
        var extraction = extractor.Extract(article, await watched.IndexAsync(cancellation));
        foreach (var turned in extraction.TurnedDown)
        {
            AlertsTelemetry.TurnDown(turned.Reason);
        }

        if (extraction.Events.Count == 0)
        {
            return new Taken(1, 0, 0);
        }

        await snapshots.StoreAsync(fetched, cancellation);
        var changes = 0;
        foreach (var sightings in extraction.Events.GroupBy(e => e.CaseId))
        {
            if (await book.EnterAsync(sightings.Key, [.. sightings], cancellation) is { } entered)
            {
                changes += await AnnounceAsync(entered, cancellation);
            }
        }

        foreach (var sighting in extraction.Events)
        {
            AlertsTelemetry.Read(sighting.Type);
        }

        return new Taken(1, extraction.Events.Count, changes);
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
