using Microsoft.Extensions.Options;
using MimeKit;

namespace Alerts.Notify.Email;

/// <summary>Leaves mails as .eml files, which any mail program opens. A file is named by its message, so that a repeat replaces it.</summary>
public sealed class OutboxFolder(IOptions<EmailOptions> options, TimeProvider time) : IMailTransport
{
    public async Task<SendOutcome> SendAsync(Mail mail, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(mail, Directory.CreateDirectory(options.Value.OutboxFolder!).FullName, cancellation);
            return SendOutcome.Sent;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome(SendVerdict.TryAgain, "outbox-unwritable");
        }
    }

    /// <summary>Written aside and then renamed: who watches the folder never sees half a mail.</summary>
    private async Task WriteAsync(Mail mail, string folder, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(folder, Path.GetRandomFileName() + ".tmp");
        try
        {
            using (var message = Message(mail))
            // A mail names its recipient.
            await using (var file = OwnerOnlyFile.Create(unfinished))
            {
                await message.WriteToAsync(file, cancellation);
            }

            File.Move(unfinished, Path.Combine(folder, $"{mail.MessageId}.eml"), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private MimeMessage Message(Mail mail)
    {
        var sender = options.Value.Sender;
        var message = new MimeMessage
        {
            From = { sender },
            To = { MailboxAddress.Parse(mail.To) },
            Subject = mail.Subject,
            Date = time.GetUtcNow(),
            MessageId = $"{mail.MessageId}@{sender.Domain}",
            Body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html }.ToMessageBody(),
        };
        if (mail.Corrects is { } earlier)
        {
            message.InReplyTo = $"{earlier}@{sender.Domain}";
            message.References.Add(message.InReplyTo);
        }

        foreach (var (name, value) in mail.Headers)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }
}
