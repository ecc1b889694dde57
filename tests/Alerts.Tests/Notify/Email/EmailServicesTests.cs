using Alerts.Notify;
using Alerts.Notify.Email;
using Alerts.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerts.Tests.Notify.Email;

public class EmailServicesTests
{
    [Fact]
    public async Task Without_a_way_out_a_mail_waits_and_is_not_counted_as_tried()
    {
        var outcome = await Transport([]).SendAsync(new Mail("m", "reader@example.org", "s", "t", "h"), TestContext.Current.CancellationToken);

        Assert.Equal(new SendOutcome(SendVerdict.Wait, "no-mail-provider", TimeSpan.FromHours(1)), outcome);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("outbox", 0)]
    public async Task Without_a_way_out_one_warning_at_the_start_tells_the_cure(string? outbox, int warnings)
    {
        var logged = new Lines();

        await new NoMailProvider(Options.Create(new EmailOptions { OutboxFolder = outbox }), logged).StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Repeat($"Warning: {EmailOptions.Cure}", warnings), logged.All);
    }

    [Fact]
    public void With_a_key_mails_go_to_SendGrid() =>
        Assert.IsType<SendGridTransport>(Transport([("ApiKey", "SG.key"), ("From", "Alerts <a@example.org>"), ("OutboxFolder", "outbox")]));

    [Fact]
    public void Without_a_key_mails_stay_in_the_outbox() =>
        Assert.IsType<OutboxFolder>(Transport([("ApiKey", " "), ("OutboxFolder", "outbox")]));

    private static IMailTransport Transport((string Name, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .AddMetrics()
        .AddSingleton<AlertsMetrics>()
        .AddSingleton<HttpTry>()
        .AddEmail(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Email:{s.Name}", (string?)s.Value)))
            .Build())
        .BuildServiceProvider()
        .GetRequiredService<IMailTransport>();

    private sealed class Lines : ILogger<NoMailProvider>
    {
        public List<string> All { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
