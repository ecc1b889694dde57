using System.Text;
using Alerts.Jobs;
using Azure.Storage.Queues;

namespace Alerts.Storage.Queues;

/// <summary>Sends jobs as small JSON, base64-encoded.</summary>
public sealed class JobQueue(QueueServiceClient queues) : IJobQueue
{
    /// <summary>64 KiB on the wire, in base64.</summary>
    public const int MostBytes = 48 * 1024;

    /// <summary>The longest a message may stay invisible; whoever asks for more is woken early and waits again.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    /// <summary>A time to live of -1: a message never expires. The service's default would drop it after 7 days.</summary>
    internal static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    public Task EnqueueAsync<T>(string queue, T message, TimeSpan? delay, CancellationToken cancellation) where T : JobMessage
    {
        var body = Encoding.UTF8.GetBytes(message.Write());
        return body.Length > MostBytes
            ? throw new StorageLimitException($"A message for the queue {queue} has {body.Length} bytes; it may have {MostBytes}. Enqueue fewer ids at once.")
            : queues.GetQueueClient(queue).SendMessageAsync(new BinaryData(body), Within(delay), ForEver, cancellation);
    }

    /// <summary>The service counts whole seconds and drops the rest: half a second would be none, and whoever asked for it would ask again and again.</summary>
    private static TimeSpan? Within(TimeSpan? delay) => delay switch
    {
        null => null,
        var wait when wait > LongestDelay => LongestDelay,
        { } wait => TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)),
    };
}
