using Alerts.Notify;
using Alerts.Notify.Email;
using Alerts.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Tests.Notify.Email;

public class EmailServicesTests
{
    [Fact]
    public void Without_a_way_out_the_error_tells_the_cure() => Assert.Equal(
        "Email has no way out: set Email:ApiKey (environment: Email__ApiKey) to a SendGrid key, "
        + "or Email:OutboxFolder (Email__OutboxFolder) to a folder where mails are left as .eml files",
        Problem([]));

    [Fact]
    public void With_a_key_mails_go_to_SendGrid() =>
        Assert.IsType<SendGridTransport>(Transport([("ApiKey", "SG.key"), ("From", "Alerts <a@example.org>"), ("OutboxFolder", "outbox")]));

    [Fact]
    public void Without_a_key_mails_stay_in_the_outbox() =>
        Assert.IsType<OutboxFolder>(Transport([("ApiKey", " "), ("OutboxFolder", "outbox")]));

    [Fact]
    public void A_key_needs_a_sender() =>
        Assert.StartsWith("Email:From is needed with Email:ApiKey", Problem([("ApiKey", "SG.key")]), StringComparison.Ordinal);

    [Fact]
    public void A_sender_needs_an_address() =>
        Assert.StartsWith("Email:From is no sender", Problem([("OutboxFolder", "outbox"), ("From", "Alerts")]), StringComparison.Ordinal);

    [Fact]
    public void The_key_does_not_travel_unprotected()
    {
        var problem = Problem([("ApiKey", "SG.key"), ("From", "a@example.org"), ("BaseAddress", "http://mail.example/")]);

        Assert.StartsWith("Email:BaseAddress would send the key unprotected", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("SG.key", problem, StringComparison.Ordinal);
    }

    private static string Problem((string Name, string Value)[] settings) =>
        Assert.Throws<OptionsValidationException>(() => Transport(settings)).Message;

    private static IMailTransport Transport((string Name, string Value)[] settings) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddMetrics()
        .AddSingleton<AlertsMetrics>()
        .AddSingleton<HttpTry>()
        .AddEmail(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Email:{s.Name}", (string?)s.Value)))
            .Build())
        .BuildServiceProvider()
        .GetRequiredService<IMailTransport>();
}
