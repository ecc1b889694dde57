using Azure.Storage.Queues;
using Azure.Storage.Queues.Specialized;

namespace Alerts.Storage.Queues;

/// <summary>The twin of a queue that keeps the messages given up, so that nothing is dropped silently.</summary>
internal static class PoisonQueue
{
    private const string Suffix = "-poison";

    /// <summary>The name that the Functions host gives it, too.</summary>
    public static string NameOf(string queue) => queue + Suffix;

    /// <summary>
    /// A message that is not base64 can never be read: it is moved at once and does not hold up those it was taken with. One that lies in such a twin stays there.
    /// </summary>
    public static async Task TakeUndecodableAsync(QueueMessageDecodingFailedEventArgs failed)
    {
        if (failed.ReceivedMessage is { } message && !failed.Queue.Name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            await SendAsync(failed.Queue.GetParentQueueServiceClient(), failed.Queue.Name, message.Body.ToString(), failed.CancellationToken);
            await failed.Queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, failed.CancellationToken);
        }
    }

    public static Task SendAsync(QueueServiceClient queues, string queue, string body, CancellationToken cancellation) =>
        queues.GetQueueClient(NameOf(queue)).SendMessageAsync(body, visibilityTimeout: null, JobQueue.ForEver, cancellation);
}
