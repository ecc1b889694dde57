using Alerts.Jobs;
using Alerts.Storage.Queues;
using Alerts.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Cli.Local;

/// <summary>How the queues are read.</summary>
internal sealed class QueuePumpOptions
{
    /// <summary>How long a message that was taken stays invisible to others.</summary>
    public TimeSpan Lease { get; set; } = Sweep.Lease;
}

/// <summary>
/// Takes messages from one queue and runs their job, by the rules of the Functions host (host.json): tried five times, then poisoned.
/// </summary>
internal sealed partial class QueuePump(
    IServiceProvider services, JobQueueReader reader, IOptions<QueuePumpOptions> options, TimeProvider time, AlertsMetrics metrics, ILogger<QueuePump> logger)
{
    /// <summary>As <c>maxDequeueCount</c> in host.json.</summary>
    public const int MostTries = 5;

    /// <summary>As <c>visibilityTimeout</c> in host.json.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    private const int BatchSize = 8;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OutOfReach = TimeSpan.FromSeconds(10);

    /// <summary>Ends before the lease of a message does, which is not renewed.</summary>
    private static readonly TimeSpan JobTimeout = Sweep.Lease - TimeSpan.FromMinutes(5);

    /// <summary>What a running job may still take when the program is asked to end; then it is cancelled and its message comes back.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    /// <summary>Runs until stopped.</summary>
    public async Task RunAsync(JobTrigger trigger, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await PumpAsync(trigger, BatchSize, RetryAfter, stopping) == 0)
                {
                    await Task.Delay(Idle, time, stopping);
                }
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.QueueOutOfReach(logger, trigger.Queue!, failure.Message);
                await Task.Delay(OutOfReach, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes up to so many messages and runs them side by side.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> PumpAsync(JobTrigger trigger, int most, TimeSpan retryAfter, CancellationToken stopping)
    {
        var taken = await reader.TakeAsync(trigger.Queue!, most, options.Value.Lease, stopping);
        if (taken.Count == 0)
        {
            return 0;
        }

        using var ending = new CancellationTokenSource(JobTimeout, time);
        await using var stop = stopping.Register(() => ending.CancelAfter(Grace));
        await Task.WhenAll(taken.Select(message => HandleAsync(trigger.Job, message, retryAfter, ending.Token, stopping)));
        return taken.Count;
    }

    private async Task HandleAsync(string job, TakenMessage message, TimeSpan retryAfter, CancellationToken running, CancellationToken stopping)
    {
        try
        {
            await LocalJobs.All[job](services, message.Body, running);
            await reader.CompleteAsync(message, CancellationToken.None);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            await LetGoAsync(message);
            Log.CutOff(logger, job);
        }
        catch (Exception failure) when (message.DequeueCount >= MostTries)
        {
            await PoisonAsync(message, failure);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure, job, message.DequeueCount, MostTries, retryAfter.TotalSeconds);
            await reader.PutBackAsync(message, retryAfter, CancellationToken.None);
        }
    }

    /// <summary>At the end of the program: for the next start at once where that can still be said, else when the lease runs out.</summary>
    private async Task LetGoAsync(TakenMessage message)
    {
        using var soon = new CancellationTokenSource(Goodbye, time);
        await reader.PutBackAsync(message, TimeSpan.Zero, soon.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PoisonAsync(TakenMessage message, Exception failure)
    {
        await reader.PoisonAsync(message, CancellationToken.None);
        metrics.Poisoned(message.Queue);
        Log.Poisoned(logger, failure, message.Queue, message.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Job} failed (try {Try} of {Tries}); it is tried again in {Seconds} s")]
        public static partial void Failed(ILogger logger, Exception failure, string job, long @try, int tries, double seconds);

        [LoggerMessage(LogLevel.Error, "Message {MessageId} of queue {Queue} is given up and moved to {Queue}-poison")]
        public static partial void Poisoned(ILogger logger, Exception failure, string queue, string messageId);

        [LoggerMessage(LogLevel.Information, "{Job} was cut off by the end of the program; its message comes back")]
        public static partial void CutOff(ILogger logger, string job);

        [LoggerMessage(LogLevel.Error, "Queue {Queue} is out of reach: {Problem}")]
        public static partial void QueueOutOfReach(ILogger logger, string queue, string problem);
    }
}
