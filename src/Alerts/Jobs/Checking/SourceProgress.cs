using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>What is remembered of a source after one more check. Pure.</summary>
public static class SourceProgress
{
    /// <summary>What the newest count of articles counts for in the usual one.</summary>
    private const double WeightOfLatest = 0.2;

    /// <param name="watched">The source as it was remembered.</param>
    /// <param name="found">What the check found.</param>
    /// <param name="now">When this is.</param>
    /// <param name="random">From 0 to 1.</param>
    /// <returns>What to remember, and whether the source turned from healthy to failing or back.</returns>
    public static (SourceState State, HealthTurn Turn) After(WatchedSource watched, SourceFinding found, DateTimeOffset now, double random)
    {
        var (source, state) = (watched.Source, watched.State);
        if (found.Outcome == SourceFinding.PostponedOutcome)
        {
            return (state with { NextDue = now + (found.RetryAfter ?? TimeSpan.Zero) }, HealthTurn.None);
        }

        var (failures, failingSince, turn) = SourceHealth.After(state, found.Failed, now);
        var changed = found.Outcome == SourceFinding.ChangedOutcome;
        var after = state with
        {
            Validators = found.Failed ? Validators.None : found.Validators,
            ContentHash = found.ContentHash ?? state.ContentHash,
            Digest = found.Digest ?? state.Digest,
            PreviousDigest = found.Digest is null || found.Digest == state.Digest ? state.PreviousDigest : state.Digest,
            Pace = changed && state.LastChange is { } last ? PollSchedule.Pace(state.Pace, now - last) : state.Pace,
            UsualItems = found is { Failed: false, Items: { } items } ? (state.UsualItems * (1 - WeightOfLatest)) + (items * WeightOfLatest) ?? items : state.UsualItems,
            Followers = found.Taken.Events > 0 || found.Taken.Followers > 0 ? found.Taken.Followers : state.Followers,
            Checks = state.Checks + 1,
            Failures = failures,
            FailingSince = failingSince,
            LastChecked = now,
            LastSuccess = found.Failed ? state.LastSuccess : now,
            LastChange = changed ? now : state.LastChange,
            Outcome = found.Outcome,
            Problem = found.Problem,
        };
        return (after with { NextDue = NextDue(source, state, after, found, now, random) }, turn);
    }

    private static DateTimeOffset NextDue(Source source, SourceState before, SourceState after, SourceFinding found, DateTimeOffset now, double random)
    {
        var interval = PollSchedule.Interval(source.Every, after.Pace, now - after.LastChange, found.FreshFor);
        return found.IsUnfinished ? now + PollSchedule.Shortest
            : before.LastChecked is null && !found.Failed ? PollSchedule.Second(now, interval, random)
            : PollSchedule.Next(now, interval, after.Failures, found.RetryAfter, random);
    }
}
