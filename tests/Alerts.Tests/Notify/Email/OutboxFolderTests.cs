using Alerts.Notify;
using Alerts.Notify.Email;
using Alerts.Notify.Wording;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Alerts.Tests.Notify.Email;

public sealed class OutboxFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("alerts-outbox-").FullName;
    private readonly FakeTimeProvider time = new(Sample.Now);

    private EmailChannel Channel => new(new OutboxFolder(
        Options.Create(new EmailOptions { OutboxFolder = Path.Combine(folder, "outbox"), From = "Alerts <alerts@example.org>" }), time));

    private IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(folder, "outbox"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_mail_is_a_file_that_mail_programs_open()
    {
        Assert.Equal(SendOutcome.Sent, await SendAsync(Sample.Alert()));

        var file = Assert.Single(Files);
        var mail = await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
        var expected = Mail.Of(Sample.Alert(), "reader@inbox.example", "msg_1");
        Assert.Equal("msg_1.eml", Path.GetFileName(file));
        Assert.Equal("\"Alerts\" <alerts@example.org>", mail.From.ToString());
        Assert.Equal("reader@inbox.example", mail.To.ToString());
        Assert.Equal(expected.Subject, mail.Subject);
        Assert.Equal("msg_1@example.org", mail.MessageId);
        Assert.Equal("msg_1", mail.Headers["X-Alerts-Id"]);
        Assert.Equal(Sample.Now, mail.Date);
        Assert.Equal("multipart/alternative", mail.Body!.ContentType.MimeType);
        Assert.Equal(expected.Text, Lines(mail.TextBody));
        Assert.Equal(expected.Html, Lines(mail.HtmlBody));
    }

    [Fact]
    public async Task A_repeat_replaces_the_first()
    {
        await SendAsync(Sample.Alert());
        await SendAsync(Sample.Alert(quote: "Another quote."));

        var mail = await MimeMessage.LoadAsync(Assert.Single(Files), TestContext.Current.CancellationToken);
        Assert.Contains("Another quote.", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_names_add_no_header()
    {
        await SendAsync(Sample.Alert(name: Sample.Hostile));

        var mail = await MimeMessage.LoadAsync(Assert.Single(Files), TestContext.Current.CancellationToken);
        Assert.Empty(mail.Bcc);
        Assert.StartsWith("<script>alert(1)</script> <!channel>", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_any_script_survive()
    {
        await SendAsync(Sample.Alert(name: "Әсел Томирис"));

        var mail = await MimeMessage.LoadAsync(Assert.Single(Files), TestContext.Current.CancellationToken);
        Assert.Equal("Әсел Томирис: sentenced to 5 months", mail.Subject);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_tried_again()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "outbox"), "a file stands in the way", TestContext.Current.CancellationToken);

        Assert.Equal(new SendOutcome(SendVerdict.TryAgain, "outbox-unwritable"), await SendAsync(Sample.Alert()));
    }

    [Fact]
    public async Task Only_its_owner_reads_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps files by the folder's access list");
        }

        await SendAsync(Sample.Alert());

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(Assert.Single(Files)).UnixFileMode);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("Someone <a@b.example>")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("")]
    public async Task What_is_no_bare_address_is_given_up(string target) => Assert.Equal(
        new SendOutcome(SendVerdict.GiveUp, "bad-address"),
        await Channel.SendAsync(Sample.Alert(), Sample.Recipient(ChannelKind.Email, target), "msg_1", TestContext.Current.CancellationToken));

    private Task<SendOutcome> SendAsync(Alert alert) =>
        Channel.SendAsync(alert, Sample.Recipient(ChannelKind.Email, "reader@inbox.example"), "msg_1", TestContext.Current.CancellationToken);

    private static string Lines(string? text) => text!.ReplaceLineEndings("\n");
}
