using Alerts.Telemetry;
using Alerts.Watch;

namespace Alerts.Jobs;

/// <summary>The gauges that tell whether the watch is alive and what waits; each sweep writes them.</summary>
public sealed class Vitals(IQueueDepths queues, OpenDeliveries open, AlertsMetrics metrics)
{
    public async Task TakeAsync(IReadOnlyList<SourceStanding> sources, DateTimeOffset now, CancellationToken cancellation)
    {
        var failing = sources.Count(s => s.IsFailing);
        metrics.Sources(sources.Count - failing, failing);
        metrics.Lags(SourceLag.Of(sources, now));
        foreach (var (queue, messages) in await queues.ReadAsync(cancellation))
        {
            metrics.QueueDepth(queue, messages);
        }

        var oldest = await open.OldestAsync(now, cancellation);
        metrics.OldestUndelivered(oldest < now ? now - oldest.Value : TimeSpan.Zero);
    }
}
