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
    EarlierVersions versions,
    WatchedCases watched,
    ISnapshotStore snapshots,
    CaseBook book,
    ISubscriptionStore subscriptions,
    Announcer announcer,
    PageNews pages,
    AlertsMetrics metrics)
{
    /// <param name="source">Whose article it is.</param>
    /// <param name="fetched">The bytes the article was read from; kept, as what was said on that page at that time.</param>
    /// <param name="article">The article.</param>
    /// <param name="last">The version that was last taken in; null for an article not seen before.</param>
    /// <param name="isNew">Whether it is an article that its source did not name at first.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    public async Task<Taken> TakeAsync(Source source, Fetched fetched, Article article, LastTaken? last, bool isNew, CancellationToken cancellation)
    {
        await snapshots.StoreAsync(fetched, cancellation);
        var extraction = extractor.Extract(article, await watched.IndexAsync(cancellation));
        foreach (var turned in extraction.TurnedDown)
        {
            metrics.TurnedDown(turned.Reason);
        }

        var tellsAny = source.Notify == SourceNotify.AnyChange;
        var before = last is not null && (tellsAny || extraction.Events.Count > 0)
            ? await versions.FindAsync(source, article.Url, last.Digest, cancellation)
            : null;
        var entered = await EnterAsync(StoodBefore.Mark(extraction.Events, before), cancellation);
        if (tellsAny && (before is not null || (isNew && last is null)) && !entered.Any(e => IsNews(e, article, last)))
        {
            await pages.AnnounceAsync(source, before, article, last?.CheckedAt ?? default, cancellation);
        }

        return new Taken(1, extraction.Events.Count, entered.Sum(e => e.News.Count), await FollowersAsync(source, entered, cancellation));
    }

    private async Task<IReadOnlyList<Reconciliation>> EnterAsync(IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        var all = new List<Reconciliation>();
        foreach (var sightings in events.GroupBy(e => e.CaseId))
        {
            if (await book.EnterAsync(sightings.Key, [.. sightings], cancellation) is { } entered)
            {
                await AnnounceAsync(entered, cancellation);
                all.Add(entered);
            }
        }

        foreach (var (type, report) in all.SelectMany(e => e.Reports))
        {
            metrics.Entered(type, report);
        }

        return all;
    }

    /// <summary>Of the cases that the page tells of, and of the page itself.</summary>
    private async Task<int> FollowersAsync(Source source, IEnumerable<Reconciliation> entered, CancellationToken cancellation)
    {
        var topics = entered.Select(e => Topic.OfCase(e.Revised.Case.Id));
        var followers = 0;
        foreach (var topic in source.Notify == SourceNotify.AnyChange ? topics.Append(Topic.OfSource(source.Id)) : topics)
        {
            followers += await subscriptions.CountAsync(topic, cancellation);
        }

        return followers;
    }

    private async Task AnnounceAsync(Reconciliation entered, CancellationToken cancellation)
    {
        foreach (var change in entered.News.OfType<CaseChange>())
        {
            metrics.Changed(change.Event.Type);
            await announcer.AnnounceAsync(entered.Revised.Case, change, cancellation);
        }
    }

    /// <summary>
    /// Whether this version of the page changed the case. A check that was cut off may have entered the event already: then it is known by now,
    /// but this page proved it first, since the last check that was saved.
    /// </summary>
    private static bool IsNews(Reconciliation entered, Article article, LastTaken? last) =>
        entered.News.Count > 0
        || entered.Revised.Events.Any(e => e.Told is not null && e.FirstSighting is { Evidence: var first } && first.Url == article.Url && first.Seen > (last?.CheckedAt ?? default));
}
