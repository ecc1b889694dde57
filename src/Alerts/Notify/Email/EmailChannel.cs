using MimeKit;

namespace Alerts.Notify.Email;

/// <summary>Writes the mail and hands it to the transport that the settings name.</summary>
public sealed class EmailChannel(IMailTransport transport) : IChannel
{
    public ChannelKind Kind => ChannelKind.Email;

    public Task<SendOutcome> SendAsync(Alert alert, Recipient recipient, string messageId, CancellationToken cancellation) =>
        IsAddress(recipient.Target)
            ? transport.SendAsync(Write(alert, recipient, messageId), cancellation)
            : Task.FromResult(new SendOutcome(SendVerdict.GiveUp, "bad-address"));

    private static Mail Write(Alert alert, Recipient recipient, string messageId) => Mail.Of(alert, recipient.Target, messageId) with
    {
        Corrects = alert.Corrects is { } earlier ? Delivery.MessageIdOf(earlier, recipient.Id) : null,
    };

    /// <summary>A bare address, nothing around it.</summary>
    private static bool IsAddress(string target) =>
        MailboxAddress.TryParse(target, out var mailbox) && mailbox.Address == target && target.Contains('@', StringComparison.Ordinal);
}
