namespace Alerts.Notify.Slack;

public sealed class SlackChannel : IChannel
{
    public ChannelKind Kind => ChannelKind.Slack;

    public Task<SendOutcome> SendAsync(Alert alert, Recipient recipient, string messageId, CancellationToken cancellation) => throw new NotImplementedException();
}
