using Microsoft.Extensions.Logging;
using NCrontab;

namespace Alerts.Cli.Local;

/// <summary>Runs a job by its schedule, as the Functions timer does: never twice at once, and a tick missed by a long run once, right after it.</summary>
internal sealed partial class JobTimer(TimeProvider time, ILogger<JobTimer> logger)
{
    /// <summary>A delay may not be arbitrarily long; what is left of it is waited for again.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>Runs until stopped.</summary>
    public async Task RunAsync(string name, CrontabSchedule schedule, Func<CancellationToken, Task> job, CancellationToken stopping)
    {
        var last = time.GetUtcNow();
        while (!stopping.IsCancellationRequested)
        {
            var due = new DateTimeOffset(schedule.GetNextOccurrence(last.UtcDateTime), TimeSpan.Zero);
            try
            {
                await WaitAsync(due, stopping);
                last = time.GetUtcNow() is var now && now > due ? now : due;
                await job(stopping);
            }
            catch (Exception) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Log.Failed(logger, failure, name);
            }
        }
    }

    private async Task WaitAsync(DateTimeOffset until, CancellationToken stopping)
    {
        while (until - time.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < LongestDelay ? left : LongestDelay, time, stopping);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Job} failed; it runs again at its next time")]
        public static partial void Failed(ILogger logger, Exception failure, string job);
    }
}
