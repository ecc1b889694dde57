using Alerts.Jobs;
using Azure.Storage.Queues;

namespace Alerts.Storage.Queues;

/// <summary>Asks each queue; one call of the service for each.</summary>
public sealed class QueueDepths(QueueServiceClient queues) : IQueueDepths
{
    public async Task<IReadOnlyList<QueueDepth>> ReadAsync(CancellationToken cancellation) =>
        await Task.WhenAll(JobQueues.All.SelectMany(q => new[] { q, PoisonQueue.NameOf(q) }).Select(q => DepthAsync(q, cancellation)));

    private async Task<QueueDepth> DepthAsync(string queue, CancellationToken cancellation)
    {
        var properties = await queues.GetQueueClient(queue).GetPropertiesAsync(cancellation);
        return new QueueDepth(queue, properties.Value.ApproximateMessagesCount);
    }
}
