using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Alerts.Storage.Queues;

/// <summary>One message taken from a queue: invisible to others until it is completed, put back or its lease runs out.</summary>
public sealed record TakenMessage(string Queue, string Id, string PopReceipt, long DequeueCount, string Body);

/// <summary>Takes messages from the job queues on one machine; in Azure the Functions host does this.</summary>
public sealed class JobQueueReader(QueueServiceClient queues)
{
    /// <summary>As many as the service hands out at once.</summary>
    private const int Most = 32;

    public async Task<IReadOnlyList<TakenMessage>> TakeAsync(string queue, int most, TimeSpan lease, CancellationToken cancellation)
    {
        var taken = await queues.GetQueueClient(queue).ReceiveMessagesAsync(Math.Clamp(most, 1, Most), lease, cancellation);
        return [.. taken.Value.Select(m => new TakenMessage(queue, m.MessageId, m.PopReceipt, m.DequeueCount, m.Body.ToString()))];
    }

    public async Task CompleteAsync(TakenMessage message, CancellationToken cancellation)
    {
        try
        {
            await queues.GetQueueClient(message.Queue).DeleteMessageAsync(message.Id, message.PopReceipt, cancellation);
        }
        catch (RequestFailedException e) when (IsLost(e))
        {
            // Its lease ran out: another has it now, and finds the work done.
        }
    }

    /// <summary>Makes it visible again after a while.</summary>
    public async Task PutBackAsync(TakenMessage message, TimeSpan after, CancellationToken cancellation)
    {
        try
        {
            await queues.GetQueueClient(message.Queue)
                .UpdateMessageAsync(message.Id, message.PopReceipt, visibilityTimeout: after, cancellationToken: cancellation);
        }
        catch (RequestFailedException e) when (IsLost(e))
        {
            // Its lease ran out: it is visible already.
        }
    }

    /// <summary>Moves it to the queue's -poison twin.</summary>
    public async Task PoisonAsync(TakenMessage message, CancellationToken cancellation)
    {
        await PoisonQueue.SendAsync(queues, message.Queue, message.Body, cancellation);
        await CompleteAsync(message, cancellation);
    }

    private static bool IsLost(RequestFailedException e) =>
        e.ErrorCode == QueueErrorCode.MessageNotFound || e.ErrorCode == QueueErrorCode.PopReceiptMismatch;
}
