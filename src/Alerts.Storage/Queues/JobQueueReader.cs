namespace Alerts.Storage.Queues;

/// <summary>One message taken from a queue: invisible to others until it is completed, put back or its lease runs out.</summary>
public sealed record TakenMessage(string Queue, string Id, string PopReceipt, long DequeueCount, string Body);

/// <summary>Takes messages from the job queues on one machine; in Azure the Functions host does this.</summary>
public sealed class JobQueueReader
{
    public Task<IReadOnlyList<TakenMessage>> TakeAsync(string queue, int most, TimeSpan lease, CancellationToken cancellation) => throw new NotImplementedException();

    public Task CompleteAsync(TakenMessage message, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Makes it visible again after a while.</summary>
    public Task PutBackAsync(TakenMessage message, TimeSpan after, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Moves it to the queue's -poison twin.</summary>
    public Task PoisonAsync(TakenMessage message, CancellationToken cancellation) => throw new NotImplementedException();
}
