using Alerts.Reconcile.Deadlines;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Tests.Reconcile.Deadlines;

public class RemindOptionsTests
{
    [Theory]
    [InlineData("Hour", "24", "Remind:Hour is 24; set it to an hour of the day, 0 to 23")]
    [InlineData("TimeZone", "Mars/Olympus", "Remind:TimeZone is \"Mars/Olympus\"; set it to a zone of the IANA database, such as Asia/Almaty or UTC")]
    [InlineData("QuietDays", "-1", "Remind:QuietDays is -1; set it to a number of days, or to 0 for never")]
    public void A_setting_that_is_none_is_told_with_the_cure(string setting, string value, string problem) =>
        Assert.Equal(problem, Assert.Throws<OptionsValidationException>(() => Options(setting, value)).Message);

    [Fact]
    public void What_is_not_set_is_usual() => Assert.Equal(("UTC", 8, 180), Options("Other", "x") is var o ? (o.TimeZone, o.Hour, o.QuietDays) : default);

    private static RemindOptions Options(string setting, string? value) => new ServiceCollection()
        .AddAlerts(new ConfigurationBuilder().AddInMemoryCollection([new($"Remind:{setting}", value)]).Build())
        .BuildServiceProvider()
        .GetRequiredService<IOptions<RemindOptions>>()
        .Value;
}
