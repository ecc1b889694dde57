using System.Net;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Alerts.Notify.Email;

/// <summary>Sends through SendGrid's API v3. Its client's own retries stay off: they heed no Retry-After, and the dispatcher keeps the schedule.</summary>
public sealed class SendGridTransport(IHttpClientFactory clients, IOptions<EmailOptions> options, HttpTry once, TimeProvider time)
    : IMailTransport
{
    public const string ClientName = "sendgrid";

    public Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellation) =>
        once.RunAsync("sendgrid", cancelled => PostAsync(mail, cancelled), cancellation);

    private async Task<HttpAnswer> PostAsync(Mail mail, CancellationToken cancellation)
    {
        // The client takes its address from Host alone, whatever HttpClient.BaseAddress says.
        var settings = new SendGridClientOptions
        {
            ApiKey = options.Value.ApiKey!.Trim(),
            Host = options.Value.BaseAddress.AbsoluteUri.TrimEnd('/'),
        };
        using var http = clients.CreateClient(ClientName);
        var response = await new SendGridClient(http, settings).SendEmailAsync(Message(mail), cancellation);
        using var body = response.Body;

        // Here a 400 is about this mail (a malformed address, say), which will be the same tomorrow.
        var status = (int)response.StatusCode;
        return new HttpAnswer(status, response.StatusCode == HttpStatusCode.BadRequest
            ? new SendOutcome(SendVerdict.GiveUp, "rejected")
            : HttpVerdict.Of(status, HttpVerdict.RetryAfter(response.Headers, time.GetUtcNow())));
    }

    private SendGridMessage Message(Mail mail)
    {
        var sender = options.Value.Sender;
        var message = MailHelper.CreateSingleEmail(
            new EmailAddress(sender.Address, sender.Name), new EmailAddress(mail.To), mail.Subject, mail.Text, mail.Html);
        message.AddHeaders(mail.Headers.ToDictionary());
        message.AddHeader("Message-ID", $"<{mail.MessageId}@{sender.Domain}>");
        if (mail.Corrects is { } earlier)
        {
            message.AddHeader("In-Reply-To", $"<{earlier}@{sender.Domain}>");
            message.AddHeader("References", $"<{earlier}@{sender.Domain}>");
        }

        message.AddCustomArg("alerts_id", mail.MessageId);

        // Tracking would tell who reads about whom.
        message.SetClickTracking(enable: false, enableText: false);
        message.SetOpenTracking(enable: false);
        message.SetGoogleAnalytics(enable: false);
        message.SetSubscriptionTracking(enable: false);
        return message;
    }
}
