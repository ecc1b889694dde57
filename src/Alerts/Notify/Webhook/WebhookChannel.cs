using Alerts.Http;

namespace Alerts.Notify.Webhook;

/// <summary>Posts JSON signed as Standard Webhooks 1.0.0. Only the receiver's status counts; its body is not read.</summary>
public sealed class WebhookChannel(IHttpClientFactory clients, HttpTry once, TimeProvider time) : IChannel
{
    public ChannelKind Kind => ChannelKind.Generic;

    public Task<SendOutcome> SendAsync(Alert alert, Recipient recipient, string messageId, CancellationToken cancellation)
    {
        if (OutsideRequest.Address(recipient) is not { } address)
        {
            return Task.FromResult(OutsideRequest.BadAddress);
        }

        if (WebhookSecret.TryParse(recipient.Secret) is not { } secret)
        {
            return Task.FromResult(new SendOutcome(SendVerdict.GiveUp, recipient.Secret is null ? "no-secret" : "bad-secret"));
        }

        return once.RunAsync("webhook", cancelled => PostAsync(address, secret, messageId, WebhookBody.Of(alert), cancelled), cancellation);
    }

    private async Task<HttpAnswer> PostAsync(Uri address, WebhookSecret secret, string messageId, byte[] body, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        using var request = OutsideRequest.Post(address, body);
        request.Headers.Add("webhook-id", messageId);
        request.Headers.Add("webhook-timestamp", WebhookSignature.Timestamp(now));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, messageId, now, body));
        using var client = clients.CreateClient(OutsideHttp.ClientName);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return new HttpAnswer((int)response.StatusCode, HttpVerdict.Of(response, time.GetUtcNow()));
    }
}
