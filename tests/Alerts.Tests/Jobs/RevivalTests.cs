using Alerts.Jobs;

namespace Alerts.Tests.Jobs;

public class RevivalTests
{
    [Fact]
    public void What_was_given_up_waits_longer_each_time_a_day_at_most_and_is_left_to_an_operator_in_the_end()
    {
        var waits = Enumerable.Range(0, Revival.Most).Select(n => Revival.Wait(n)!.Value).ToList();

        Assert.Equal(TimeSpan.FromMinutes(15), waits[0]);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromDays(1), waits[^1]);
        Assert.True(waits.Aggregate((a, b) => a + b) > TimeSpan.FromDays(2));
        Assert.Null(Revival.Wait(Revival.Most));
    }
}
