using Alerts.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions;

/// <summary>Checks sources. Alone, for it needs the language packs and no other function does.</summary>
public sealed class CheckFunction(QueueJobs queues, Check check)
{
    [Function(nameof(Check))]
    public Task CheckAsync([QueueTrigger(JobQueues.Checks, Connection = Storage.StorageClients.Connection)] string message, CancellationToken cancellation) =>
        queues.RunAsync<CheckMessage>(JobQueues.Checks, message, check.RunAsync, cancellation);
}
