namespace Alerts.Notify.Email;

/// <summary>A mail before a transport takes it: the same content as text and as HTML.</summary>
/// <param name="MessageId">The same on every try.</param>
/// <param name="To">The address; a secret.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">For those who read plain text.</param>
/// <param name="Html">For everybody else.</param>
public sealed record Mail(string MessageId, string To, string Subject, string Text, string Html)
{
    public static Mail Of(Alert alert, string to, string messageId)
    {
        var (text, body) = alert.Write(MailBody.Writer);
        return new Mail(messageId, to, text.Headline, MailText.Of(text, body), MailHtml.Of(text, body));
    }

    /// <summary>Message id of the mail that this one corrects, so that mail programs show both together.</summary>
    public string? Corrects { get; init; }

    /// <summary>Header fields beyond the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>
    {
        ["X-Alerts-Id"] = MessageId,

        // RFC 3834: no out-of-office answers, please.
        ["Auto-Submitted"] = "auto-generated",
    };

    public override string ToString() => $"Mail {MessageId}";
}

/// <summary>What takes a mail from here.</summary>
public interface IMailTransport
{
    Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellation);
}
