using Alerts.Jobs;

namespace Alerts.Cli.Local;

/// <summary>
/// A job queue whose delays are counted by the program's own clock. A storage queue counts them by its server's, so a step could neither
/// wait for a delayed message nor move the time on to it; here it waits in this process until it is due.
/// </summary>
internal sealed class SteppedQueue(IJobQueue inner, TimeProvider time) : IJobQueue
{
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset Due, Func<CancellationToken, Task> Enqueue)> delayed = [];

    /// <summary>When the next delayed message is due.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
            {
                return delayed.Count == 0 ? null : delayed.Min(d => d.Due);
            }
        }
    }

    public Task EnqueueAsync<T>(string queue, T message, TimeSpan? delay, CancellationToken cancellation) where T : JobMessage
    {
        if (delay is not { } wait || wait <= TimeSpan.Zero)
        {
            return inner.EnqueueAsync(queue, message, delay: null, cancellation);
        }

        lock (gate)
        {
            delayed.Add((time.GetUtcNow() + wait, later => inner.EnqueueAsync(queue, message, delay: null, later)));
        }

        return Task.CompletedTask;
    }

    /// <summary>Enqueues what has come due.</summary>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        foreach (var enqueue in TakeDue(time.GetUtcNow()))
        {
            await enqueue(cancellation);
        }
    }

    /// <summary>Enqueues what comes due until stopped.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await ReleaseAsync(CancellationToken.None);
            await Task.Delay(TimeSpan.FromSeconds(1), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private List<Func<CancellationToken, Task>> TakeDue(DateTimeOffset now)
    {
        lock (gate)
        {
            var due = delayed.Where(d => d.Due <= now).OrderBy(d => d.Due).Select(d => d.Enqueue).ToList();
            delayed.RemoveAll(d => d.Due <= now);
            return due;
        }
    }
}
