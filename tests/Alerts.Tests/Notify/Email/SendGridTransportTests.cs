using System.Text.Json;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Notify.Email;
using Alerts.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Notify.Email;

public class SendGridTransportTests
{
    private readonly FakeTimeProvider time = new(Sample.Now);

    [Fact]
    public async Task The_mail_is_posted_as_SendGrid_expects_it()
    {
        await using var sendGrid = await Receiver.StartAsync(202);

        Assert.Equal(SendOutcome.Sent, await SendAsync(sendGrid.Address));

        var request = Assert.Single(sendGrid.Requests);
        Assert.Equal("/v3/mail/send", request.Path);
        Assert.Equal("Bearer SG.key", request.Headers["Authorization"]);
        Assert.Equal("""{"name":"Alerts","email":"alerts@example.org"}""", Json(request, "from"));
        Assert.Contains("reader@inbox.example", Json(request, "personalizations"), StringComparison.Ordinal);
        var parts = request.Json.GetProperty("content").EnumerateArray();
        Assert.Equal(["text/plain", "text/html"], parts.Select(p => p.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Nobody_learns_from_the_mail_who_reads_it()
    {
        await using var sendGrid = await Receiver.StartAsync(202);

        await SendAsync(sendGrid.Address);

        var tracking = Assert.Single(sendGrid.Requests).Json.GetProperty("tracking_settings").EnumerateObject().ToList();
        Assert.Equal(["click_tracking", "ganalytics", "open_tracking", "subscription_tracking"], tracking.Select(t => t.Name).Order());
        Assert.All(tracking, t => Assert.False(t.Value.GetProperty("enable").GetBoolean()));
    }

    [Fact]
    public async Task A_repeat_can_be_told_by_its_ids()
    {
        await using var sendGrid = await Receiver.StartAsync(503);

        await SendAsync(sendGrid.Address);
        await SendAsync(sendGrid.Address);

        Assert.All(sendGrid.Requests, request => Assert.Equal(
            """{"X-Alerts-Id":"msg_1","Auto-Submitted":"auto-generated","Message-ID":"<msg_1@example.org>"} {"alerts_id":"msg_1"}""",
            $"{To(request, "headers")} {To(request, "custom_args")}"));
        Assert.Equal(2, sendGrid.Requests.Count);
    }

    [Theory]
    [InlineData(400, SendVerdict.GiveUp, "rejected")]
    [InlineData(401, SendVerdict.TryAgain, "unauthorized")]
    [InlineData(403, SendVerdict.TryAgain, "forbidden")]
    [InlineData(413, SendVerdict.GiveUp, "too-large")]
    [InlineData(500, SendVerdict.TryAgain, "server-error")]
    public async Task An_answer_gets_its_verdict(int status, SendVerdict verdict, string reason)
    {
        await using var sendGrid = await Receiver.StartAsync(status, """{"errors":[{"message":"reader@inbox.example is not liked"}]}""");

        Assert.Equal(new SendOutcome(verdict, reason), await SendAsync(sendGrid.Address));
    }

    [Fact]
    public async Task SendGrid_asking_for_time_gets_it()
    {
        await using var sendGrid = await Receiver.StartAsync(429, headers: ("Retry-After", "9"));

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "rate-limited", TimeSpan.FromSeconds(9)), await SendAsync(sendGrid.Address));
        Assert.Single(sendGrid.Requests);
    }

    [Fact]
    public async Task SendGrid_out_of_reach_is_tried_again()
    {
        var sendGrid = await Receiver.StartAsync(202);
        var address = sendGrid.Address;
        await sendGrid.DisposeAsync();

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "unreachable"), await SendAsync(address));
    }

    [Fact]
    public async Task Hostile_words_add_no_header_and_no_markup()
    {
        await using var sendGrid = await Receiver.StartAsync(202);

        await SendAsync(sendGrid.Address, Sample.Alert(name: Sample.Hostile, quote: Sample.Hostile));

        var sent = Assert.Single(sendGrid.Requests).Json;
        Assert.DoesNotContain(sent.GetProperty("personalizations")[0].GetProperty("subject").GetString()!, char.IsControl);
        Assert.DoesNotContain("<script", sent.GetProperty("content")[1].GetProperty("value").GetString(), StringComparison.Ordinal);
    }

    private async Task<SendOutcome> SendAsync(Uri address, Alert? alert = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Email:ApiKey"] = "SG.key",
            ["Email:From"] = "Alerts <alerts@example.org>",
            ["Email:BaseAddress"] = address.AbsoluteUri,
        }).Build();
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(time)
            .AddMetrics()
            .AddSingleton<AlertsMetrics>()
            .AddSingleton<HttpTry>()
            .AddEmail(configuration)
            .BuildServiceProvider();
        return await services.GetRequiredService<IChannel>()
            .SendAsync(alert ?? Sample.Alert(), Sample.Recipient(ChannelKind.Email, "reader@inbox.example"), "msg_1", TestContext.Current.CancellationToken);
    }

    private static string To(Received request, string name) =>
        JsonSerializer.Serialize(request.Json.GetProperty("personalizations")[0].GetProperty(name), Wire.Json);

    private static string Json(Received request, string name) => JsonSerializer.Serialize(request.Json.GetProperty(name));
}
