namespace Alerts.Watch;

/// <summary>When a source is looked at next: a few times between two of its changes, as the past ones came, and gently when it fails.</summary>
public static class PollSchedule
{
    /// <summary>A source without an interval of its own is never looked at more often, however often it changes.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);

    /// <summary>Nor less often than this; and a failing source is tried at least so often: it is never given up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Looks in the time that is expected to pass between two changes, so that news is about a quarter of it old at most.</summary>
    private const int LooksPerChange = 4;

    /// <summary>What the latest gap between two changes counts for against all before it.</summary>
    private const double WeightOfLatest = 0.3;

    /// <summary>The interval is spread by a tenth to either side, so that sources added together do not stay together.</summary>
    private const double Jitter = 0.1;

    /// <summary>The expected time between two changes, once one more has been seen: a moving geometric mean, which one long silence does not upset.</summary>
    /// <param name="pace">As it was expected; null before the second change.</param>
    /// <param name="gap">Since the change before.</param>
    public static TimeSpan Pace(TimeSpan? pace, TimeSpan gap) => pace is { } before && before > TimeSpan.Zero && gap > TimeSpan.Zero
        ? TimeSpan.FromSeconds(Math.Exp((Math.Log(before.TotalSeconds) * (1 - WeightOfLatest)) + (Math.Log(gap.TotalSeconds) * WeightOfLatest)))
        : gap;

    /// <summary>How long to wait when all is well. A silence longer than the pace stretches it, so that a source that fell asleep is left to sleep.</summary>
    /// <param name="own">The source's own interval, which goes before what was learned; null where it has none.</param>
    /// <param name="pace">The expected time between two changes; null while unknown.</param>
    /// <param name="silence">Since the last change; null when it was never read.</param>
    /// <param name="freshFor">How long the server says its answer holds; never undercut, up to a day.</param>
    public static TimeSpan Interval(TimeSpan? own, TimeSpan? pace, TimeSpan? silence, TimeSpan? freshFor)
    {
        var learned = Longer(pace ?? (LooksPerChange * Source.DefaultEvery), silence ?? TimeSpan.Zero) / LooksPerChange;
        var interval = own ?? Shorter(Longer(learned, Shortest), Longest);
        return Longer(interval, Shorter(freshFor ?? TimeSpan.Zero, Longest));
    }

    /// <param name="now">When this is.</param>
    /// <param name="interval">As of <see cref="Interval"/>.</param>
    /// <param name="failures">Failures in a row: the first is tried again at the usual time, each further one doubles the interval.</param>
    /// <param name="retryAfter">The server's own wish; never undercut.</param>
    /// <param name="random">From 0 to 1.</param>
    public static DateTimeOffset Next(DateTimeOffset now, TimeSpan interval, int failures, TimeSpan? retryAfter, double random)
    {
        var longest = Longer(interval, Longest);
        var backedOff = failures > 1 ? TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, interval.TotalSeconds * Math.Pow(2, failures - 1))) : interval;
        var spread = backedOff * (1 - Jitter + (2 * Jitter * random));
        return now + Longer(failures > 0 ? Shorter(spread, longest) : spread, retryAfter ?? TimeSpan.Zero);
    }

    /// <summary>After its first check a source waits for any part of its interval, so that those added in one minute never come due in one.</summary>
    /// <param name="now">When this is.</param>
    /// <param name="interval">As of <see cref="Interval"/>.</param>
    /// <param name="random">From 0 to 1.</param>
    public static DateTimeOffset Second(DateTimeOffset now, TimeSpan interval, double random) => now + (interval * (Jitter + ((1 - Jitter) * random)));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
