using System.Text;
using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;
using static Alerts.Notify.Email.MailStyle;

namespace Alerts.Notify.Email;

/// <summary>A correction in a mail: that an alert was wrong, what it told, what holds, and where the case stands now.</summary>
internal static class CorrectionMail
{
    public static string Text(CorrectionText alert)
    {
        var text = new StringBuilder().Append(alert.Lead).Append("\n\n");
        MailText.Fact(text, Labels.ToldBefore, alert.Told);
        MailText.Fact(text, Labels.Holds, alert.Holds);
        if (alert.Moved)
        {
            MailText.Fact(text, Labels.StateBefore, alert.Before);
        }

        MailText.Fact(text, alert.Moved ? Labels.StateNow : Labels.StateUnchanged, alert.Now);
        if (alert.Note is { } note)
        {
            text.Append('\n').Append(Labels.Note).Append(":\n\n    ").Append(note).Append('\n');
        }

        return alert.Quote is { } quote ? MailText.Proof(text, quote, alert.Citation).ToString() : text.ToString();
    }

    public static IHtmlContent Html(CorrectionText alert) => MailHtml.Html($"""
        <p class="lead" style="{Lead}">{alert.Lead}</p>
        <p class="went" style="{Went}"><span class="muted" style="{Label}">{Labels.ToldBefore}</span> {alert.Told}</p>
        <p class="came" style="{Came}"><span class="muted" style="{Label}">{Labels.Holds}</span> <strong>{alert.Holds}</strong></p>
        {State(alert)}
        {Note(alert.Note)}
        {Quote(alert)}
        """);

    private static HtmlFormattableString State(CorrectionText alert) => alert.Moved
        ? MailHtml.Html($"""
            <p style="margin:14px 0 0;"><span class="muted" style="{Label}">{Labels.StateBefore}</span> {alert.Before}</p>
            <p style="margin:14px 0 0;"><span class="muted" style="{Label}">{Labels.StateNow}</span> {alert.Now}</p>
            """)
        : MailHtml.Html($"""<p style="margin:14px 0 0;"><span class="muted" style="{Label}">{Labels.StateUnchanged}</span> {alert.Now}</p>""");

    private static IHtmlContent Note(string? note) => note is null ? HtmlString.Empty : MailHtml.Html($"""
        <h2 class="muted" style="{Subheading}">{Labels.Note}</h2>
        <p dir="auto" style="margin:0;">{note}</p>
        """);

    private static IHtmlContent Quote(CorrectionText alert) =>
        alert.Quote is { } quote ? MailHtml.Proof(quote, alert.Citation) : HtmlString.Empty;
}
