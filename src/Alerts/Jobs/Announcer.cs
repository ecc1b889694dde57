using System.Diagnostics;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Reconcile;
using Alerts.Telemetry;

namespace Alerts.Jobs;

/// <summary>Hands saved news to the fan-out, a message for each audience, and then deletes its pending marker.</summary>
public sealed class Announcer(IJobQueue queue, IPendingStore pending, AlertsMetrics metrics)
{
    public async Task AnnounceAsync(Case watched, CaseNews news, CancellationToken cancellation)
    {
        foreach (var audience in Audience.Of(watched, news))
        {
            var message = new AlertMessage(new ChangeKey(ChangeKind.Case, news.CaseId, news.Id), audience.Text) { TraceParent = Activity.Current?.Id };
            await queue.EnqueueAsync(JobQueues.Alerts, message, delay: null, cancellation);
        }

        if (news is CaseCorrection correction)
        {
            metrics.Corrected(correction.Kind);
        }

        await pending.ClearAsync(new PendingMarker(news.CaseId, news.Id, news.At), cancellation);
    }
}
