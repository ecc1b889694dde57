namespace Alerts.Notify.Webhook;

public sealed class WebhookChannel : IChannel
{
    public ChannelKind Kind => ChannelKind.Generic;

    public Task<SendOutcome> SendAsync(Alert alert, Recipient recipient, string messageId, CancellationToken cancellation) => throw new NotImplementedException();
}
