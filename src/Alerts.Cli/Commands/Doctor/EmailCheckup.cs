using Alerts.Notify.Email;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Cli.Commands.Doctor;

/// <summary>Whether mails can leave: SendGrid's key, and the sender.</summary>
internal static class EmailCheckup
{
    private const string Check = "email";

    public static Checkup Of(IConfiguration settings) => new(Check, cancellation => LookAsync(settings, cancellation));

    private static async Task<IReadOnlyList<Finding>> LookAsync(IConfiguration settings, CancellationToken cancellation)
    {
        if (SettingCheckup.Blame(Check, settings, "Email") is { } wrong)
        {
            return [wrong];
        }

        await using var services = new ServiceCollection()
            .AddLogging()
            .AddEmail(settings)
            .BuildServiceProvider();
        var options = services.GetRequiredService<IOptions<EmailOptions>>().Value;
        return options.UsesSendGrid
            ? await AskAsync(services.GetRequiredService<SendGridAccount>(), options, cancellation)
            : [new Finding(Check, Verdict.Warning, $"mails are left as files in {options.OutboxFolder}", "To send them, set Email:ApiKey (environment: Email__ApiKey) to a SendGrid key.")];
    }

    private static async Task<IReadOnlyList<Finding>> AskAsync(SendGridAccount account, EmailOptions options, CancellationToken cancellation)
    {
        try
        {
            var scopes = await account.ScopesAsync(cancellation);
            return scopes is null
                ? [new Finding(Check, Verdict.Problem, "SendGrid does not take the key", "Make a key with the permission Mail Send there, and set Email:ApiKey to it; a deleted key never comes back.")]
                : [OfKey(scopes), OfSender(await account.IsVerifiedAsync(cancellation), options)];
        }
        catch (HttpRequestException failure)
        {
            return [new Finding(
                Check, Verdict.Problem, failure.StatusCode is { } status ? $"SendGrid answers with {(int)status}" : $"SendGrid does not answer at {options.BaseAddress.Authority}",
                "See that this machine can reach it, and that Email:BaseAddress is right.")];
        }
    }

    private static Finding OfKey(IReadOnlyList<string> scopes) => scopes.Contains("mail.send")
        ? new Finding(Check, Verdict.Ok, "SendGrid takes the key, and it may send mail")
        : new Finding(Check, Verdict.Problem, "SendGrid takes the key, but it may not send mail", "Give the key the permission Mail Send.");

    private static Finding OfSender(bool? verified, EmailOptions options) => verified switch
    {
        true => new Finding(Check, Verdict.Ok, $"SendGrid has verified the sender {options.Sender.Address}"),
        false => new Finding(
            Check, Verdict.Problem, $"SendGrid has not verified the sender {options.Sender.Address}",
            $"Authenticate the domain {options.Sender.Domain} there (Settings, Sender Authentication), or set Email:From to a sender that is verified."),
        null => new Finding(
            Check, Verdict.Warning, "whether SendGrid has verified the sender is not known: the key may not ask",
            "A key that may send mail alone is well; look at Settings, Sender Authentication there."),
    };
}
