using Alerts.Jobs;
using Azure.Storage.Queues;

namespace Alerts.Storage.Queues;

/// <summary>The <c>-poison</c> queues.</summary>
public sealed class GivenUpJobs(QueueServiceClient queues, JobQueueReader reader) : IGivenUpJobs
{
    private const int AtOnce = 32;

    /// <summary>What stays is looked at again after so long.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    public Task GiveUpAsync(string queue, string message, CancellationToken cancellation) => PoisonQueue.SendAsync(queues, queue, message, cancellation);

    public async Task<int> TakeBackAsync<T>(string queue, Func<T, Task<bool>> takeBack, CancellationToken cancellation) where T : JobMessage
    {
        var taken = 0;
        foreach (var message in await reader.TakeAsync(PoisonQueue.NameOf(queue), AtOnce, Lease, cancellation))
        {
            if (Read<T>(message.Body) is { } job && await takeBack(job))
            {
                await reader.CompleteAsync(message, cancellation);
                taken++;
            }
        }

        return taken;
    }

    private static T? Read<T>(string body) where T : JobMessage
    {
        try
        {
            return JobMessage.Read<T>(body);
        }
        catch (UnreadableMessageException)
        {
            return null;
        }
    }
}
