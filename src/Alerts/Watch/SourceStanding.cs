namespace Alerts.Watch;

/// <summary>What of a source a sweep looks at.</summary>
/// <param name="Shard">Where it is kept, with the others of its host.</param>
/// <param name="NextDue">When its next check is due.</param>
/// <param name="Waits">Since when it waits for that check; before then it does not. For one never checked, since it was stored.</param>
/// <param name="IsFailing">Whether it counts as failing.</param>
public readonly record struct SourceStanding(string Shard, DateTimeOffset NextDue, DateTimeOffset Waits, bool IsFailing);

/// <summary>How far the watch is behind: how long sources have been due, 0 for those that are not.</summary>
/// <param name="Worst">Of all sources.</param>
/// <param name="P95">95 of 100 sources are no further behind.</param>
public readonly record struct SourceLag(TimeSpan Worst, TimeSpan P95)
{
    public static SourceLag Of(IEnumerable<SourceStanding> sources, DateTimeOffset now)
    {
        var lags = sources.Select(s => s.Waits < now ? now - s.Waits : TimeSpan.Zero).Order().ToList();
        return lags.Count == 0 ? default : new SourceLag(lags[^1], lags[(int)Math.Ceiling(lags.Count * 0.95) - 1]);
    }
}
