using System.Collections.Concurrent;
using Alerts.Cases;
using Alerts.Jobs.Checking;
using Alerts.Telemetry;
using Alerts.Watch;
using Microsoft.Extensions.Logging;

namespace Alerts.Jobs;

/// <summary>Counters of one check message.</summary>
/// <param name="Changed">Sources with something new to read.</param>
/// <param name="Unchanged">Sources without.</param>
/// <param name="Failed">Sources that could not be read; the outcome on the source says why.</param>
/// <param name="Events">Events read.</param>
/// <param name="Changes">Changes of cases.</param>
public readonly record struct CheckReport(int Changed, int Unchanged, int Failed, int Events, int Changes);

/// <summary>Fetches the sources of one message, reads them, and enters what happened into the cases.</summary>
public sealed partial class Check(
    ISourceStore sources,
    IEnumerable<ISourceCheck> kinds,
    TimeProvider time,
    Random random,
    AlertsMetrics metrics,
    ILogger<Check> logger)
{
    /// <summary>Within this time the last source is begun; those that were not reached stay due.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    private const int HostsAtOnce = 8;

    public async Task<CheckReport> RunAsync(CheckMessage message, CancellationToken cancellation)
    {
        var due = await sources.DueAsync(message.Shard, time.GetUtcNow(), cancellation);
        var hosts = due.OrderByDescending(w => w.State.Followers).ThenBy(w => w.State.NextDue).ThenBy(w => w.State.LastChecked ?? DateTimeOffset.MinValue).GroupBy(w => w.Source.Url.Authority);
        var (begun, checks) = (time.GetTimestamp(), new ConcurrentBag<(WatchedSource Watched, SourceFinding? Finding)>());
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = HostsAtOnce, CancellationToken = cancellation }, async (host, token) =>
        {
            foreach (var watched in host)
            {
                var left = time.GetElapsedTime(begun) < Budget;
                checks.Add((watched, left ? await RunAsync(watched, message.TraceParent, token) : null));
            }
        });
        var report = checks.Aggregate(default(CheckReport), (sum, c) => c.Finding is { } finding ? Count(sum, finding) : sum);

        // Cursors move last: a crash before this line reads again, and reading again changes nothing.
        await sources.ReturnAsync(message.Shard, [.. checks.Select(c => c.Finding is { } finding ? Next(c.Watched, finding) : c.Watched with { State = c.Watched.State with { NextDue = time.GetUtcNow() } })], cancellation);
        Log.Checked(logger, checks.Count, report.Changed, report.Unchanged, report.Failed, report.Events, report.Changes);
        return report;
    }

    private async Task<SourceFinding> RunAsync(WatchedSource watched, string? sweep, CancellationToken cancellation)
    {
        using var activity = AlertsTelemetry.StartCheck(watched.Source.Id, sweep);
        var found = Completeness.Judge(
            await FindAsync(watched, cancellation),
            watched.Source,
            DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        activity?.SetTag("alerts.outcome", found.Outcome);
        metrics.Checked(found.Outcome);
        if (found.Failed)
        {
            activity.Fail(found.Outcome);
            Log.Failed(logger, watched.Source.Id, found.Outcome, new OperatorText(found.Problem));
        }

        return found;
    }

    /// <summary>One source that breaks its reader must not keep the others of its shard from being read.</summary>
    private async Task<SourceFinding> FindAsync(WatchedSource watched, CancellationToken cancellation)
    {
        try
        {
            return await kinds.First(c => c.Kind == watched.Source.Kind).RunAsync(watched, cancellation);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            Log.Broke(logger, e, watched.Source.Id);
            return SourceFinding.Broken(e);
        }
    }

    private WatchedSource Next(WatchedSource watched, SourceFinding found)
    {
        var (state, turn) = SourceProgress.After(watched, found, time.GetUtcNow(), random.NextDouble());
        switch (turn)
        {
            case HealthTurn.Failed:
                Log.TurnedFailing(logger, watched.Source.Id, watched.Source.Url.Host, found.Outcome, new OperatorText(found.Problem));
                break;
            case HealthTurn.Healed:
                Log.Healed(logger, watched.Source.Id, watched.Source.Url.Host, watched.State.FailingSince);
                break;
        }

        if (turn != HealthTurn.None)
        {
            metrics.Turned(turn);
        }

        return watched with { State = state };
    }

    private static CheckReport Count(CheckReport report, SourceFinding found) => new(
        report.Changed + (found.Outcome == SourceFinding.ChangedOutcome ? 1 : 0),
        report.Unchanged + (found.Outcome == SourceFinding.UnchangedOutcome ? 1 : 0),
        report.Failed + (found.Failed ? 1 : 0),
        report.Events + found.Taken.Events,
        report.Changes + found.Taken.Changes);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Check of {Sources} sources: {Changed} changed, {Unchanged} unchanged, {Failed} failed; {Events} events, {Changes} changes")]
        public static partial void Checked(ILogger logger, int sources, int changed, int unchanged, int failed, int events, int changes);

        [LoggerMessage(LogLevel.Error, "Source {SourceId} at {Host} is failing ({Outcome}): {Problem} This is said once, until it is well again.")]
        public static partial void TurnedFailing(ILogger logger, string sourceId, string host, string outcome, OperatorText problem);

        [LoggerMessage(LogLevel.Warning, "Source {SourceId} at {Host} is well again; it had been failing since {Since:u}")]
        public static partial void Healed(ILogger logger, string sourceId, string host, DateTimeOffset? since);

        [LoggerMessage(LogLevel.Error, "The check of source {SourceId} broke off")]
        public static partial void Broke(ILogger logger, Exception exception, string sourceId);

        [LoggerMessage(LogLevel.Information, "Source {SourceId} could not be read ({Outcome}): {Problem}")]
        public static partial void Failed(ILogger logger, string sourceId, string outcome, OperatorText problem);
    }
}
