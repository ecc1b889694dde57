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
}
