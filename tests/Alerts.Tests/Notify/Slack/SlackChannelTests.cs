using Alerts.Notify;
using Alerts.Notify.Slack;

namespace Alerts.Tests.Notify.Slack;

public sealed class SlackChannelTests : IDisposable
{
    private readonly Edges edges = new();

    public void Dispose() => edges.Dispose();

    [Fact]
    public async Task A_message_that_Slack_takes_is_sent()
    {
        await using var slack = await Receiver.StartAsync(200, "ok");

        Assert.Equal(SendOutcome.Sent, await SendAsync(slack.Address));
        Assert.Equal("header", Assert.Single(slack.Requests).Json.GetProperty("blocks")[0].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(400, "invalid_payload", "invalid-payload")]
    [InlineData(404, "no_service", "no-service")]
    [InlineData(404, "channel_not_found\n", "channel-not-found")]
    [InlineData(410, "channel_is_archived", "channel-is-archived")]
    [InlineData(403, "action_prohibited", "action-prohibited")]
    [InlineData(403, "invalid_token", "invalid-token")]
    public async Task What_Slack_will_never_take_is_given_up_in_its_words(int status, string body, string reason)
    {
        await using var slack = await Receiver.StartAsync(status, body);

        Assert.Equal(new SendOutcome(SendVerdict.GiveUp, reason), await SendAsync(slack.Address));
    }

    [Theory]
    [InlineData(400, "something https://hooks.example/secret", SendVerdict.TryAgain, "bad-request")]
    [InlineData(404, "", SendVerdict.TryAgain, "not-found")]
    [InlineData(410, "", SendVerdict.GiveUp, "gone")]
    [InlineData(500, "rollup_error", SendVerdict.TryAgain, "server-error")]
    public async Task Other_words_are_not_repeated_and_the_status_decides(int status, string body, SendVerdict verdict, string reason)
    {
        await using var slack = await Receiver.StartAsync(status, body);

        Assert.Equal(new SendOutcome(verdict, reason), await SendAsync(slack.Address));
    }

    [Fact]
    public async Task Slack_asking_for_time_gets_it()
    {
        await using var slack = await Receiver.StartAsync(429, "rate_limited", ("Retry-After", "30"));

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "rate-limited", TimeSpan.FromSeconds(30)), await SendAsync(slack.Address));
    }

    [Fact]
    public async Task An_endless_answer_is_not_read_to_its_end()
    {
        await using var slack = await Receiver.StartAsync(async context =>
        {
            context.Response.StatusCode = 500;
            var noise = new byte[4096];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(noise);
            }
        });

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "server-error"), await SendAsync(slack.Address));
    }

    private Task<SendOutcome> SendAsync(Uri address) => new SlackChannel(edges.Clients, edges.Once, edges.Time)
        .SendAsync(Sample.Alert(), Sample.Recipient(ChannelKind.Slack, address.AbsoluteUri), "msg_1", TestContext.Current.CancellationToken);
}
