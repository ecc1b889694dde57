namespace Alerts.Jobs;

/// <summary>The queues between the jobs. Each delivers at least once, so every job is idempotent.</summary>
public static class JobQueues
{
    public const string Checks = "checks";
    public const string Alerts = "alerts";
    public const string Deliveries = "deliveries";

    public static readonly IReadOnlyList<string> All = [Checks, Alerts, Deliveries];
}

/// <summary>Where jobs leave work for the next one.</summary>
public interface IJobQueue
{
    /// <param name="queue">One of <see cref="JobQueues"/>.</param>
    /// <param name="message">Small, carrying ids, never addresses.</param>
    /// <param name="delay">How long it stays invisible; null for not at all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task EnqueueAsync<T>(string queue, T message, TimeSpan? delay, CancellationToken cancellation) where T : JobMessage;
}
