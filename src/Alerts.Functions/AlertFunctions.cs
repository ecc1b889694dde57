using Alerts.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions;

/// <summary>What brings an alert to people. Messages come as text: <see cref="QueueJobs"/> reads them, not the worker's own serializer.</summary>
public sealed class AlertFunctions(QueueJobs queues, FanOut fanOut, Deliver deliver)
{
    [Function(nameof(FanOut))]
    public Task FanOutAsync([QueueTrigger(JobQueues.Alerts, Connection = Storage.StorageClients.Connection)] string message, CancellationToken cancellation) =>
        queues.RunAsync<AlertMessage>(JobQueues.Alerts, message, fanOut.RunAsync, cancellation);

    [Function(nameof(Deliver))]
    public Task DeliverAsync([QueueTrigger(JobQueues.Deliveries, Connection = Storage.StorageClients.Connection)] string message, CancellationToken cancellation) =>
        queues.RunAsync<DeliveryMessage>(JobQueues.Deliveries, message, deliver.RunAsync, cancellation);
}
