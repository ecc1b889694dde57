using System.Net;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Notify.Email;
using Alerts.Notify.Wording;
using HtmlAgilityPack;

namespace Alerts.Tests.Notify.Email;

public class MailTests
{
    [Fact]
    public void The_mail_tells_what_happened_and_proves_it()
    {
        var mail = Write(Sample.Alert());

        Assert.Equal("Asel Tomiris: sentenced to 5 months", mail.Subject);
        foreach (var words in new[]
        {
            "released (pardon)", "imprisoned (5 months)", "October 2019", Sample.Quote, "news.example, 30 October 2019", "93 %",
            Labels.ActText, Labels.WhyCase,
        })
        {
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        }

        Assert.Contains("https://news.example/2019/10/asel?a=1&b=2", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_parts_say_the_same()
    {
        var mail = Write(Sample.Alert().With(e => e with { DateBasis = DateBasis.Relative }));
        var html = Words(WebUtility.HtmlDecode(Html(mail).SelectSingleNode("//*[@role='main']")!.InnerText));

        const string link = "https://news.example/2019/10/asel?a=1&b=2";
        Assert.Empty(Words(mail.Text.Replace(link, "", StringComparison.Ordinal)).Except(html));
        Assert.Equal(link, WebUtility.HtmlDecode(Html(mail).SelectSingleNode("//a")!.GetAttributeValue("href", "")));
    }

    [Fact]
    public void A_state_that_did_not_move_is_told_once()
    {
        var alert = Sample.Alert().With(e => e with { Type = CaseEventType.Hospitalized, Term = null });
        var mail = Write(alert with { Change = alert.Change with { Before = alert.Change.After } });

        Assert.Equal("Asel Tomiris: taken to hospital", mail.Subject);
        Assert.Contains(Labels.Unchanged, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Labels.Before + ":  ", mail.Text, StringComparison.Ordinal);
        Assert.Single(Html(mail).SelectNodes("//*[@class='state']")!);
    }

    [Fact]
    public void Hostile_words_stay_words()
    {
        var mail = Write(Sample.Alert(name: Sample.Hostile, quote: Sample.Hostile));
        var page = Html(mail);

        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.Null(page.SelectSingleNode("//script"));
        Assert.Single(page.SelectNodes("//a")!);
        Assert.Contains("&lt;script&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', mail.Html);
        Assert.DoesNotContain("\nBcc:", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("/relative")]
    public void Only_a_plain_web_address_is_linked(string url)
    {
        var mail = Write(Sample.Alert(url: url));

        Assert.Null(Html(mail).SelectSingleNode("//a"));
        Assert.DoesNotContain(url, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_fetched_when_the_mail_is_opened()
    {
        var page = Html(Write(Sample.Alert()));

        Assert.Null(page.SelectSingleNode("//img|//link|//iframe|//*[@src]|//*[@background]"));
        Assert.DoesNotContain("url(", page.OuterHtml, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_page_that_changed_shows_what_came_and_what_went()
    {
        var mail = Write(Sample.Page(leftOut: 3));

        Assert.Equal("Court register changed", mail.Subject);
        Assert.Contains($"    - {Sample.Removed}\n    + {Sample.Added}\n    and 3 more sentences\n\n    Hearings, court.example\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(Labels.WhyPage, mail.Text, StringComparison.Ordinal);
        Assert.Equal(Sample.Removed, Html(mail).SelectSingleNode("//del")!.InnerText);
        Assert.Equal(Sample.Added, Html(mail).SelectSingleNode("//ins")!.InnerText);
    }

    [Fact]
    public void Both_parts_say_the_same_of_a_page()
    {
        var mail = Write(Sample.Page(leftOut: 3));
        const string link = "https://court.example/register?a=1&b=2";
        var html = Words(WebUtility.HtmlDecode(Html(mail).SelectSingleNode("//*[@role='main']")!.InnerText));

        Assert.Empty(Words(mail.Text.Replace(link, "", StringComparison.Ordinal)).Except(html));
        Assert.Equal(link, WebUtility.HtmlDecode(Html(mail).SelectSingleNode("//a")!.GetAttributeValue("href", "")));
        Assert.Null(Html(mail).SelectSingleNode("//img|//link|//iframe|//*[@src]|//*[@background]"));
    }

    [Fact]
    public void Hostile_words_of_a_page_stay_words()
    {
        var mail = Write(Sample.Page(name: Sample.Hostile, added: Sample.Hostile, title: Sample.Hostile, url: "javascript:alert(1)"));

        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.Null(Html(mail).SelectSingleNode("//script|//a"));
        Assert.DoesNotContain('\u202E', mail.Html);
        Assert.DoesNotContain("\nBcc:", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retraction_says_first_that_an_alert_was_wrong_and_then_what_it_had_told()
    {
        var mail = Write(Sample.Correction(CorrectionKind.Retracted));

        Assert.Equal("Correction: Asel Tomiris: “sentenced to 5 months” is taken back", mail.Subject);
        InOrder(
            mail.Text,
            "Our earlier alert of 30 October 2019 was wrong.",
            "sentenced to 5 months (October 2019)",
            Labels.TakenBack,
            "imprisoned (5 months)",
            "released (pardon)",
            "The court's own record names another person.",
            Labels.WhyCorrection);
        Assert.DoesNotContain(Sample.Quote, mail.Text, StringComparison.Ordinal);
        Assert.Null(Html(mail).SelectSingleNode("//a"));
        Assert.DoesNotContain(Labels.LinkText, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amendment_tells_what_holds_and_proves_it()
    {
        var mail = Write(Sample.Correction(CorrectionKind.Amended, e => e with { Term = "P6M", Date = PartialDate.Parse("2019-10-21") }));

        Assert.Equal("Correction: Asel Tomiris: sentenced to 6 months", mail.Subject);
        InOrder(mail.Text, "was wrong.", "sentenced to 5 months (October 2019)", "sentenced to 6 months (21 October 2019)", Sample.Quote, "news.example, 30 October 2019");
    }

    [Theory]
    [InlineData(CorrectionKind.Retracted)]
    [InlineData(CorrectionKind.Amended)]
    [InlineData(CorrectionKind.Reinstated)]
    public void Both_parts_say_the_same_of_a_correction(CorrectionKind kind)
    {
        var mail = Write(Sample.Correction(kind));
        var html = Words(WebUtility.HtmlDecode(Html(mail).SelectSingleNode("//*[@role='main']")!.InnerText)).Append("Correction").ToHashSet();

        Assert.Empty(Words(mail.Text.Replace("https://news.example/2019/10/asel?a=1&b=2", "", StringComparison.Ordinal)).Except(html));
        Assert.Null(Html(mail).SelectSingleNode("//img|//link|//iframe|//*[@src]|//*[@background]"));
    }

    [Fact]
    public void Hostile_words_of_a_correction_stay_words()
    {
        var mail = Write(Sample.Correction(CorrectionKind.Amended, note: Sample.Hostile, name: Sample.Hostile, quote: Sample.Hostile, url: "javascript:alert(1)"));

        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.Null(Html(mail).SelectSingleNode("//script|//a"));
        Assert.DoesNotContain('\u202E', mail.Html);
        Assert.DoesNotContain("\nBcc:", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_parts_say_the_same_of_a_reminder()
    {
        var mail = Write(Sample.Reminder());
        var html = Words(WebUtility.HtmlDecode(Html(mail).SelectSingleNode("//*[@role='main']")!.InnerText)).Append("Reminder").ToHashSet();

        Assert.Equal("Reminder: Asel Tomiris: release expected on 3 February 2020", mail.Subject);
        Assert.Empty(Words(mail.Text.Replace("https://news.example/2019/10/asel?a=1&b=2", "", StringComparison.Ordinal)).Except(html));
        Assert.DoesNotContain(Sample.Quote, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_does_not_show_when_a_mail_is_written_out() =>
        Assert.DoesNotContain("reader@inbox.example", Write(Sample.Alert()).ToString(), StringComparison.Ordinal);

    private static Mail Write(Alert alert) => Mail.Of(alert, "reader@inbox.example", "msg_1");

    private static void InOrder(string text, params string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = text.IndexOf(part, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"\"{part}\" does not follow in:\n{text}");
            from = at + part.Length;
        }
    }

    private static HtmlNode Html(Mail mail)
    {
        var page = new HtmlDocument();
        page.LoadHtml(mail.Html);
        return page.DocumentNode;
    }

    /// <summary>Without the marks that only one of the parts has.</summary>
    private static HashSet<string> Words(string text) =>
        [.. text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.Trim('“', '”', ':', '(', ')'))];
}
