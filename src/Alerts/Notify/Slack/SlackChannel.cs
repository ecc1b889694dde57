using System.Text;
using Alerts.Http;

namespace Alerts.Notify.Slack;

/// <summary>Posts Block Kit to an incoming webhook. Slack tells in its body, in a word, why it will not take a message.</summary>
public sealed class SlackChannel(IHttpClientFactory clients, HttpTry once, TimeProvider time) : IChannel
{
    private const int LongestAnswer = 64;

    /// <summary>Slack's words for what will not mend by waiting ("Sending messages using incoming webhooks", error handling).</summary>
    private static readonly Dictionary<string, string> Refusals = new[]
    {
        "action_prohibited",
        "channel_is_archived",
        "channel_not_found",
        "invalid_blocks",
        "invalid_payload",
        "invalid_token",
        "no_service",
        "no_service_id",
        "no_team",
        "no_text",
        "posting_to_general_channel_denied",
        "team_disabled",
        "user_not_found",
    }.ToDictionary(word => word, word => word.Replace('_', '-'), StringComparer.Ordinal);

    public ChannelKind Kind => ChannelKind.Slack;

    public Task<SendOutcome> SendAsync(Alert alert, Recipient recipient, string messageId, CancellationToken cancellation) =>
        OutsideRequest.Address(recipient) is { } address
            ? once.RunAsync("slack", cancelled => PostAsync(address, SlackMessage.Of(alert), cancelled), cancellation)
            : Task.FromResult(OutsideRequest.BadAddress);

    private async Task<HttpAnswer> PostAsync(Uri address, byte[] body, CancellationToken cancellation)
    {
        using var request = OutsideRequest.Post(address, body);
        using var client = clients.CreateClient(OutsideHttp.ClientName);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        var outcome = HttpVerdict.Of(response, time.GetUtcNow());
        return new HttpAnswer((int)response.StatusCode, outcome.Verdict != SendVerdict.Sent && Refusals.TryGetValue(await AnswerAsync(response, cancellation), out var reason)
            ? new SendOutcome(SendVerdict.GiveUp, reason)
            : outcome);
    }

    private static async Task<string> AnswerAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var start = new byte[LongestAnswer];
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var length = await body.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.ASCII.GetString(start, 0, length).Trim();
    }
}
