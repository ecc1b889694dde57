namespace Alerts.Jobs;

/// <summary>Messages of a queue, those that wait for a later time among them.</summary>
/// <param name="Queue">One of <see cref="JobQueues"/>, or the twin that keeps what it gave up: <c>checks-poison</c>.</param>
/// <param name="Messages">About how many.</param>
public readonly record struct QueueDepth(string Queue, int Messages);

/// <summary>How full the queues are.</summary>
public interface IQueueDepths
{
    /// <summary>Of every queue and its twin.</summary>
    Task<IReadOnlyList<QueueDepth>> ReadAsync(CancellationToken cancellation);
}
