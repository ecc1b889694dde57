using Microsoft.Extensions.Options;
using MimeKit;

namespace Alerts.Notify.Email;

/// <summary>Settings under <c>Email</c>.</summary>
public sealed class EmailOptions
{
    /// <summary>SendGrid's key; without it mails go to <see cref="OutboxFolder"/>.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The sender: <c>Alerts &lt;alerts@example.org&gt;</c>. SendGrid takes only a sender that it has verified.</summary>
    public string From { get; set; } = "Alerts <alerts@localhost>";

    /// <summary>Where SendGrid is reached.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.sendgrid.com");

    /// <summary>Without a key: the folder where mails are left as .eml files.</summary>
    public string? OutboxFolder { get; set; }

    internal bool UsesSendGrid => !string.IsNullOrWhiteSpace(ApiKey);

    internal MailboxAddress Sender => MailboxAddress.Parse(From);
}

/// <summary>Says at the start what is wrong with the settings and how to mend it; never repeats the key.</summary>
internal sealed class EmailOptionsCheck : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(EmailOptions options)
    {
        if (!options.UsesSendGrid && string.IsNullOrWhiteSpace(options.OutboxFolder))
        {
            yield return "Email has no way out: set Email:ApiKey (environment: Email__ApiKey) to a SendGrid key, "
                + "or Email:OutboxFolder (Email__OutboxFolder) to a folder where mails are left as .eml files";
        }

        if (!MailboxAddress.TryParse(options.From, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal))
        {
            yield return "Email:From is no sender; write it as Alerts <alerts@example.org>";
        }
        else if (options.UsesSendGrid && sender.Domain == "localhost")
        {
            yield return "Email:From is needed with Email:ApiKey: set it to a sender that SendGrid has verified, such as Alerts <alerts@example.org>";
        }

        if (!options.BaseAddress.IsAbsoluteUri || !(options.BaseAddress.Scheme == Uri.UriSchemeHttps || options.BaseAddress.IsLoopback))
        {
            yield return "Email:BaseAddress would send the key unprotected; set an https address (http only on loopback), "
                + "or leave it out for SendGrid's own";
        }
    }
}
