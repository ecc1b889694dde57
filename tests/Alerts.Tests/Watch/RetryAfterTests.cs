using Alerts.Watch;

namespace Alerts.Tests.Watch;

public class RetryAfterTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120)]
    [InlineData(" 0 ", 0)]
    [InlineData("Sat, 01 Mar 2025 12:05:00 GMT", 300)]
    [InlineData("Sat, 01 Mar 2025 11:00:00 GMT", 0)]
    public void Seconds_and_dates_are_understood(string field, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryAfter.Parse(field, Now));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    public void Anything_else_is_no_wish(string? field) => Assert.Null(RetryAfter.Parse(field, Now));

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("Fri, 01 Mar 2999 12:00:00 GMT")]
    public void No_slip_of_a_server_silences_a_source_for_good(string field) => Assert.Equal(RetryAfter.Longest, RetryAfter.Parse(field, Now));
}
