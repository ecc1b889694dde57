using System.Diagnostics;
using Alerts.Reconcile;
using Alerts.Telemetry;
using Alerts.Watch;
using Microsoft.Extensions.Logging;

namespace Alerts.Jobs;

/// <summary>Counters of one sweep.</summary>
/// <param name="Due">Shards with due sources, handed to Check.</param>
/// <param name="Recovered">Changes whose announcement had been cut off and was made again.</param>
/// <param name="Dropped">Markers without a change: the save they announced never came to be.</param>
/// <param name="Revived">Messages that had been given up and were put back.</param>
public readonly record struct SweepReport(int Due, int Recovered, int Dropped, int Revived);

/// <summary>Finds what is due and hands it on; finishes announcements that were cut off, puts back what was given up, and measures what waits.</summary>
public sealed partial class Sweep(
    ISourceStore sources,
    ICaseStore cases,
    IPendingStore pending,
    IJobQueue queue,
    Revival revival,
    Announcer announcer,
    Vitals vitals,
    TimeProvider time,
    ILogger<Sweep> logger)
{
    /// <summary>Longer than any job may run: an older marker or an unfinished check belongs to nobody any more.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    private const int ShardsAtOnce = 8;

    public async Task<SweepReport> RunAsync(CancellationToken cancellation)
    {
        using var activity = AlertsTelemetry.Start("sweep");
        var now = time.GetUtcNow();
        var standings = await sources.StandingsAsync(cancellation);
        var due = await EnqueueDueAsync([.. standings.Where(s => s.NextDue <= now).Select(s => s.Shard).Distinct()], now, cancellation);
        await vitals.TakeAsync(standings, now, cancellation);
        var (recovered, dropped) = await RecoverAsync(now, cancellation);
        var revived = await revival.RunAsync(cancellation);
        Log.Swept(logger, due, recovered, dropped, revived);
        return new SweepReport(due, recovered, dropped, revived);
    }

    private async Task<int> EnqueueDueAsync(IReadOnlyCollection<string> shards, DateTimeOffset now, CancellationToken cancellation)
    {
        var due = 0;
        await Parallel.ForEachAsync(shards, new ParallelOptions { MaxDegreeOfParallelism = ShardsAtOnce, CancellationToken = cancellation }, async (shard, token) =>
        {
            // Leased, so that the next sweep leaves it to this message; should that get lost, the shard comes due again.
            if (await sources.TryLeaseAsync(shard, now, now + Lease, token))
            {
                await queue.EnqueueAsync(JobQueues.Checks, new CheckMessage(shard) { TraceParent = Activity.Current?.Id }, delay: null, token);
                Interlocked.Increment(ref due);
            }
        });
        return due;
    }

    private async Task<(int Recovered, int Dropped)> RecoverAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (recovered, dropped) = (0, 0);
        await foreach (var marker in pending.OlderThanAsync(now - Lease, cancellation))
        {
            try
            {
                var found = await RecoverAsync(marker, cancellation);
                (recovered, dropped) = (recovered + (found ? 1 : 0), dropped + (found ? 0 : 1));
            }
            catch (Exception e) when (e is not OutOfMemoryException && !cancellation.IsCancellationRequested)
            {
                // One case that cannot be read must not keep the others from being announced.
                Log.Broke(logger, e, new CaseMention(marker.CaseId));
            }
        }

        return (recovered, dropped);
    }

    /// <returns>Whether there was something to announce.</returns>
    private async Task<bool> RecoverAsync(PendingMarker marker, CancellationToken cancellation)
    {
        if (await cases.FindNewsAsync(marker.CaseId, marker.ChangeId, cancellation) is { } news
            && await cases.FindAsync(marker.CaseId, cancellation) is { } file)
        {
            await announcer.AnnounceAsync(file.Case, news, cancellation);
            return true;
        }

        await pending.ClearAsync(marker, cancellation);
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "An announcement of case {CaseId} broke off; it comes again with the next sweep")]
        public static partial void Broke(ILogger logger, Exception exception, CaseMention caseId);

        [LoggerMessage(LogLevel.Information, "Sweep: {Due} shards due, {Recovered} announcements recovered, {Dropped} markers dropped, {Revived} messages put back")]
        public static partial void Swept(ILogger logger, int due, int recovered, int dropped, int revived);
    }
}
