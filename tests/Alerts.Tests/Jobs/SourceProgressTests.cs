using Alerts.Jobs.Checking;
using Alerts.Watch;

namespace Alerts.Tests.Jobs;

public class SourceProgressTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Source Source = new() { Id = "news", Kind = SourceKind.List, Url = new Uri("https://news.example/"), Name = "News" };

    private WatchedSource watched = new(Source, new SourceState { SourceId = "news" });

    [Fact]
    public void A_source_turns_failing_once_and_well_again_once()
    {
        var turns = new[] { true, true, true, true, false, false, true, false, true, true }.Select(failed => Check(Finding(failed))).ToList();

        Assert.Equal(
            [HealthTurn.None, HealthTurn.Failed, HealthTurn.None, HealthTurn.None, HealthTurn.Healed, HealthTurn.None, HealthTurn.None, HealthTurn.None, HealthTurn.None, HealthTurn.Failed],
            turns);
        Assert.Equal((10, 2), (watched.State.Checks, watched.State.Failures));
        Assert.Equal(Now, watched.State.FailingSince);
    }

    [Fact]
    public void A_failure_drops_the_validators_and_keeps_what_was_read()
    {
        Check(Finding() with { Outcome = SourceFinding.ChangedOutcome, Validators = new Validators("\"1\"", null), ContentHash = "a", Digest = "d1", Items = 20 });
        Check(Finding(failed: true));

        Assert.Equal(Validators.None, watched.State.Validators);
        Assert.Equal(("a", "d1", 20.0), (watched.State.ContentHash, watched.State.Digest, watched.State.UsualItems));
    }

    [Fact]
    public void The_snapshot_before_is_remembered_through_changes_there_and_back()
    {
        foreach (var digest in new[] { "a", "b", "a" })
        {
            Check(Finding() with { Outcome = SourceFinding.ChangedOutcome, Digest = digest });
        }

        Check(Finding());
        Assert.Equal(("a", "b"), (watched.State.Digest, watched.State.PreviousDigest));
    }

    [Fact]
    public void Being_put_off_is_neither_a_check_nor_a_failure()
    {
        Check(new SourceFinding { Outcome = SourceFinding.PostponedOutcome, RetryAfter = TimeSpan.FromMinutes(7) });

        Assert.Equal((0, 0, null), (watched.State.Checks, watched.State.Failures, watched.State.LastChecked));
        Assert.Equal(Now.AddMinutes(7), watched.State.NextDue);
    }

    [Fact]
    public void What_is_left_unread_is_read_soon()
    {
        Check(Finding() with { IsUnfinished = true });

        Assert.Equal(Now + PollSchedule.Shortest, watched.State.NextDue);
    }

    [Theory]
    [InlineData(20, 20, false)]
    [InlineData(20, 4, false)]
    [InlineData(20, 3, true)]
    [InlineData(20, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(null, 0, false)]
    public void A_list_that_shrinks_to_less_than_a_fifth_waits_for_a_person(int? usual, int items, bool blocked)
    {
        var finding = Completeness.Shrunken(watched with { State = watched.State with { UsualItems = usual } }, items);

        Assert.Equal(blocked, finding is { Failed: true, Outcome: Completeness.ShrunkenOutcome });
        Assert.Equal(blocked, finding?.Problem?.Contains("alerts sources accept news", StringComparison.Ordinal) ?? false);
    }

    [Theory]
    [InlineData("2025-02-01", false)]
    [InlineData("2025-01-29", true)]
    public void A_source_whose_newest_article_is_older_than_expected_has_failed(string newest, bool failed)
    {
        var judged = Completeness.Judge(
            Finding() with { Newest = DateOnly.Parse(newest) }, Source with { Expect = TimeSpan.FromDays(30) }, DateOnly.FromDateTime(Now.UtcDateTime));

        Assert.Equal(failed, judged.Failed);
        Assert.Equal(failed ? Completeness.StaleOutcome : SourceFinding.UnchangedOutcome, judged.Outcome);
    }

    private static SourceFinding Finding(bool failed = false) => new() { Outcome = failed ? "not-found" : SourceFinding.UnchangedOutcome, Failed = failed };

    private HealthTurn Check(SourceFinding finding)
    {
        var (state, turn) = SourceProgress.After(watched, finding, Now, random: 0.5);
        watched = watched with { State = state };
        return turn;
    }
}
