using Alerts.Telemetry;
using Microsoft.Extensions.Logging;

namespace Alerts.Jobs;

/// <summary>
/// Runs the job of one message, from the queue's text on: the same for both fronts. A message that no try can ever read is given up at once,
/// for trying again would only put off that somebody hears of it.
/// </summary>
public sealed partial class QueueJobs(IGivenUpJobs givenUp, AlertsMetrics metrics, ILogger<QueueJobs> logger)
{
    /// <param name="queue">One of <see cref="JobQueues"/>, where the message lay.</param>
    /// <param name="body">Its text.</param>
    /// <param name="run">The job.</param>
    /// <param name="cancellation">Ends the job.</param>
    public async Task RunAsync<T>(string queue, string body, Func<T, CancellationToken, Task> run, CancellationToken cancellation) where T : JobMessage
    {
        if (await ReadAsync<T>(queue, body, cancellation) is { } message)
        {
            await run(message, cancellation);
        }
    }

    /// <returns>null for a message that was given up.</returns>
    private async Task<T?> ReadAsync<T>(string queue, string body, CancellationToken cancellation) where T : JobMessage
    {
        try
        {
            return JobMessage.Read<T>(body);
        }
        catch (UnreadableMessageException unreadable)
        {
            await givenUp.GiveUpAsync(queue, body, cancellation);
            metrics.Poisoned(queue);
            Log.Unreadable(logger, queue, new OperatorText(unreadable.Message));
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A message of queue {Queue} cannot be read and was moved to {Queue}-poison: {Reason}")]
        public static partial void Unreadable(ILogger logger, string queue, OperatorText reason);
    }
}
