using Alerts.Watch;

namespace Alerts.Tests.Watch;

public class SourceLagTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_none_where_there_is_no_source() => Assert.Equal(default, SourceLag.Of([], Now));

    [Fact]
    public void A_source_that_is_not_due_is_not_behind() => Assert.Equal(default, SourceLag.Of([Due(-5), Due(0)], Now));

    [Fact]
    public void The_worst_is_told_and_what_95_of_100_keep_to()
    {
        var sources = Enumerable.Range(1, 100).Select(Due);

        Assert.Equal(new SourceLag(TimeSpan.FromMinutes(100), TimeSpan.FromMinutes(95)), SourceLag.Of(sources, Now));
    }

    [Fact]
    public void One_that_is_far_behind_does_not_move_the_others() =>
        Assert.Equal(new SourceLag(TimeSpan.FromMinutes(90), TimeSpan.Zero), SourceLag.Of([Due(90), .. Enumerable.Repeat(Due(-1), 19)], Now));

    private static SourceStanding Due(int minutesAgo) => new("a", Now.AddMinutes(-minutesAgo), Now.AddMinutes(-minutesAgo), IsFailing: false);
}
