using System.Diagnostics;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Telemetry;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>
/// Tells those who follow a source that one of its pages changed, or that it has a new article. The change is stored before it is handed on, and what is remembered of the page moves
/// after that: a check that is cut off comes to the same change under the same id, and its deliveries are those there are.
/// </summary>
public sealed class PageNews(IPageChangeStore changes, IJobQueue queue, AlertsMetrics metrics)
{
    /// <param name="source">Whose page it is.</param>
    /// <param name="before">The version last taken in; null for a new article.</param>
    /// <param name="after">The new one.</param>
    /// <param name="since">When the page was last looked at before this.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    public async Task AnnounceAsync(Source source, Article? before, Article after, DateTimeOffset since, CancellationToken cancellation)
    {
        if ((before is null ? PageChange.OfNew(source.Id, source.Name, after) : PageChange.Between(source.Id, source.Name, before, after, since)) is not { } change)
        {
            return;
        }

        await changes.AddAsync(change, cancellation);
        var message = new AlertMessage(new ChangeKey(ChangeKind.Source, source.Id, change.Id), Audience.Following(Topic.OfSource(source.Id)).Text) { TraceParent = Activity.Current?.Id };
        await queue.EnqueueAsync(JobQueues.Alerts, message, delay: null, cancellation);
        metrics.PageChanged();
    }
}
