using System.Text;
using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;
using static Alerts.Notify.Email.MailStyle;

namespace Alerts.Notify.Email;

/// <summary>A case's change in a mail: its state before and now, and the sentence that proves it.</summary>
internal static class CaseMail
{
    public static string Text(CaseText alert)
    {
        var text = new StringBuilder();
        if (alert.Moved)
        {
            MailText.Fact(text, Labels.Before, alert.Before);
        }

        MailText.Fact(text, alert.Moved ? Labels.Now : Labels.Unchanged, alert.Now);
        MailText.Fact(text, Labels.When, alert.WhenNote is null ? alert.When : $"{alert.When} ({alert.WhenNote})");
        return MailText.Proof(text, alert.Quote, alert.Citation).ToString();
    }

    public static IHtmlContent Html(CaseText alert) => MailHtml.Html($"""
        {States(alert)}
        <p style="margin:14px 0 0;"><span class="muted" style="{Label}">{Labels.When}</span> {alert.When}{Note(alert.WhenNote)}</p>
        {MailHtml.Proof(alert.Quote, alert.Citation)}
        """);

    private static HtmlFormattableString States(CaseText alert) => alert.Moved
        ? MailHtml.Html($"""
            <p class="state" style="{State}"><span class="muted" style="{Label}">{Labels.Before}</span> {alert.Before}</p>
            <p class="new" style="{NewState}"><span class="muted" style="{Label}">{Labels.Now}</span> <strong>{alert.Now}</strong></p>
            """)
        : MailHtml.Html($"""<p class="state" style="{State}"><span class="muted" style="{Label}">{Labels.Unchanged}</span> {alert.Now}</p>""");

    private static IHtmlContent Note(string? note) =>
        note is null ? HtmlString.Empty : MailHtml.Html($"""<span class="muted" style="{Muted}"> ({note})</span>""");
}
