namespace Alerts.Jobs;

/// <summary>
/// Puts back what was given up, each time after a longer wait: a storage that is out of reach for minutes or hours uses up the tries of messages that are
/// sound in themselves. A check needs none of this, for its shard comes due again.
/// </summary>
public sealed class Revival(IGivenUpJobs givenUp, IJobQueue queue)
{
    /// <summary>More than two days in all; what is given up after that is for an operator.</summary>
    public const int Most = 8;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <returns>How many were put back.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation) =>
        await RunAsync<AlertMessage>(JobQueues.Alerts, cancellation) + await RunAsync<DeliveryMessage>(JobQueues.Deliveries, cancellation);

    /// <param name="revivals">How often it was put back before.</param>
    /// <returns>How long it waits; null for no more.</returns>
    public static TimeSpan? Wait(int revivals) => revivals >= Most ? null
        : FirstWait * Math.Pow(2, revivals) is var wait && wait < LongestWait ? wait
        : LongestWait;

    /// <summary>Enqueued before it is removed: a crash in between does the work twice, which changes nothing.</summary>
    private Task<int> RunAsync<T>(string name, CancellationToken cancellation) where T : JobMessage => givenUp.TakeBackAsync<T>(
        name,
        async message =>
        {
            if (Wait(message.Revivals) is not { } wait)
            {
                return false;
            }

            await queue.EnqueueAsync(name, message with { Revivals = message.Revivals + 1 }, wait, cancellation);
            return true;
        },
        cancellation);
}
