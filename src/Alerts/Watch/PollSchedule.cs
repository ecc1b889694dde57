namespace Alerts.Watch;

/// <summary>When a source is looked at next.</summary>
public static class PollSchedule
{
    /// <summary>A failing source is tried at least so often: it is never given up.</summary>
    public static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(24);

    /// <summary>The interval is spread by a tenth to either side, so that sources added together do not stay together.</summary>
    private const double Jitter = 0.1;

    /// <param name="now">When this is.</param>
    /// <param name="every">The source's own interval.</param>
    /// <param name="failures">Failures in a row: the first is tried again at the usual time, each further one doubles the interval.</param>
    /// <param name="retryAfter">The server's own wish; never undercut.</param>
    /// <param name="random">From 0 to 1.</param>
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan every, int failures, TimeSpan? retryAfter, double random)
    {
        var longest = every > LongestBackOff ? every : LongestBackOff;
        var interval = failures > 0 ? Shorter(longest, every.TotalSeconds * Math.Pow(2, failures - 1)) : every;
        var spread = interval * (1 - Jitter + (2 * Jitter * random));
        var wait = failures > 0 && spread > longest ? longest : spread;
        return now + (retryAfter is { } wish && wish > wait ? wish : wait);
    }

    private static TimeSpan Shorter(TimeSpan longest, double seconds) =>
        seconds < longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : longest;
}
