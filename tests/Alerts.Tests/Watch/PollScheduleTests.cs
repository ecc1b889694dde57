using Alerts.Watch;

namespace Alerts.Tests.Watch;

public class PollScheduleTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(0.0, 54)]
    [InlineData(0.5, 60)]
    [InlineData(1.0, 66)]
    public void A_healthy_source_is_looked_at_after_its_interval_give_or_take_a_tenth(double random, int minutes) =>
        Assert.Equal(Now.AddMinutes(minutes), PollSchedule.Next(Now, Hour, failures: 0, retryAfter: null, random), TimeSpan.FromMilliseconds(1));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 16)]
    [InlineData(6, 24)]
    [InlineData(2000, 24)]
    public void A_failing_source_is_left_alone_longer_each_time_but_never_given_up(int failures, int hours) =>
        Assert.Equal(Now.AddHours(hours), PollSchedule.Next(Now, Hour, failures, retryAfter: null, random: 0.5), TimeSpan.FromMilliseconds(1));

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.9)]
    [InlineData(1.0)]
    public void Backing_off_never_exceeds_a_day(double random) =>
        Assert.InRange(PollSchedule.Next(Now, Hour, failures: 40, retryAfter: null, random), Now.AddHours(21), Now.AddHours(24));

    [Fact]
    public void A_weekly_source_that_fails_is_not_asked_more_often_than_weekly() =>
        Assert.Equal(Now.AddDays(7), PollSchedule.Next(Now, TimeSpan.FromDays(7), failures: 9, retryAfter: null, random: 0.5), TimeSpan.FromMilliseconds(1));

    [Theory]
    [InlineData(5, 60)]
    [InlineData(90, 90)]
    [InlineData(4000, 4000)]
    public void A_server_that_asks_to_be_left_alone_is(int wishMinutes, int minutes) =>
        Assert.Equal(
            Now.AddMinutes(minutes),
            PollSchedule.Next(Now, Hour, failures: 1, TimeSpan.FromMinutes(wishMinutes), random: 0.5),
            TimeSpan.FromMilliseconds(1));

    [Theory]
    [InlineData(null, null, 60)]
    [InlineData(4 * 60, 10, 60)]
    [InlineData(10, 1, 5)]
    [InlineData(24 * 60, 60, 360)]
    [InlineData(24 * 60, 96 * 60, 1440)]
    [InlineData(30 * 24 * 60, 60, 1440)]
    public void A_source_is_looked_at_a_few_times_between_two_changes_from_every_five_minutes_to_once_a_day(int? paceMinutes, int? silenceMinutes, int minutes) =>
        Assert.Equal(minutes, PollSchedule.Interval(null, Minutes(paceMinutes), Minutes(silenceMinutes), freshFor: null).TotalMinutes, tolerance: 0.1);

    [Theory]
    [InlineData(null, 180, 180)]
    [InlineData(null, 365 * 24 * 60, 1440)]
    [InlineData(30, 120, 120)]
    [InlineData(30, 10, 30)]
    [InlineData(3 * 24 * 60, 365 * 24 * 60, 3 * 24 * 60)]
    public void What_the_server_calls_fresh_is_not_asked_for_again_for_a_day_at_most(int? ownMinutes, int freshMinutes, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), PollSchedule.Interval(Minutes(ownMinutes), null, null, TimeSpan.FromMinutes(freshMinutes)));

    [Fact]
    public void A_source_that_begins_to_change_often_is_soon_looked_at_often_and_one_long_silence_does_not_undo_it()
    {
        var pace = Enumerable.Repeat(TimeSpan.FromMinutes(20), 12).Aggregate((TimeSpan?)TimeSpan.FromDays(7), (p, gap) => PollSchedule.Pace(p, gap));
        Assert.InRange(PollSchedule.Interval(null, pace, TimeSpan.Zero, null), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10));

        var after = PollSchedule.Pace(pace, TimeSpan.FromDays(2));
        Assert.InRange(PollSchedule.Interval(null, after, TimeSpan.Zero, null), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(40));
    }

    [Fact]
    public void Sources_added_in_one_minute_are_spread_over_the_hour()
    {
        var random = new Random(1);
        var due = Enumerable.Range(0, 6000).Select(_ => PollSchedule.Second(Now, Hour, random.NextDouble())).ToList();

        var busiest = due.GroupBy(d => (int)(d - Now).TotalMinutes).Max(minute => minute.Count());
        Assert.InRange(busiest, 100, 160);
    }

    private static TimeSpan? Minutes(int? minutes) => minutes is { } given ? TimeSpan.FromMinutes(given) : null;
}
