using MimeKit;

namespace Alerts.Notify.Email;

/// <summary>Settings under <c>Email</c>.</summary>
public sealed class EmailOptions
{
    /// <summary>What to do when no mail can leave.</summary>
    public const string Cure =
        "No mail leaves, and email deliveries wait: set Email:ApiKey (environment: Email__ApiKey) to a SendGrid key that may send mail, then restart.";

    /// <summary>SendGrid's key; without it mails go to <see cref="OutboxFolder"/>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The sender: <c>Alerts &lt;alerts@example.org&gt;</c>. SendGrid takes only a sender that it has verified.</summary>
    public string From { get; set; } = "Alerts <alerts@localhost>";

    /// <summary>Where SendGrid is reached.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.sendgrid.com");

    /// <summary>Without a key: the folder where mails are left as .eml files.</summary>
    public string? OutboxFolder { get; set; }

    public bool UsesSendGrid => !string.IsNullOrWhiteSpace(ApiKey);

    /// <summary>A mail can leave; else all wait.</summary>
    public bool HasWayOut => UsesSendGrid || !string.IsNullOrWhiteSpace(OutboxFolder);

    public MailboxAddress Sender => MailboxAddress.Parse(From);
}
