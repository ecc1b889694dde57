using System.Text;
using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;
using static Alerts.Notify.Email.MailStyle;

namespace Alerts.Notify.Email;

/// <summary>A case's change in a mail: its state before and now, and the sentence that proves it.</summary>
internal static class CaseMail
{
    private const int LabelWidth = 16;

    public static string Text(CaseText alert)
    {
        var text = new StringBuilder();
        if (alert.Moved)
        {
            Fact(text, Labels.Before, alert.Before);
        }

        Fact(text, alert.Moved ? Labels.Now : Labels.Unchanged, alert.Now);
        Fact(text, Labels.When, alert.WhenNote is null ? alert.When : $"{alert.When} ({alert.WhenNote})");
        return text.Append('\n').Append(Labels.Says).Append(":\n\n    “").Append(alert.Quote).Append("”\n\n    ").Append(alert.Citation).Append('\n').ToString();
    }

    public static IHtmlContent Html(CaseText alert) => MailHtml.Html($"""
        {States(alert)}
        <p style="margin:14px 0 0;"><span class="muted" style="{Label}">{Labels.When}</span> {alert.When}{Note(alert.WhenNote)}</p>
        <h2 class="muted" style="{Subheading}">{Labels.Says}</h2>
        <blockquote class="quote" style="margin:0;padding:2px 0 2px 16px;border-left:4px solid #1f7a7a;">
        <p dir="auto" style="{Quote}">“{alert.Quote}”</p>
        <p class="muted" style="{Small}">{alert.Citation}</p>
        </blockquote>
        """);

    private static HtmlFormattableString States(CaseText alert) => alert.Moved
        ? MailHtml.Html($"""
            <p class="state" style="{State}"><span class="muted" style="{Label}">{Labels.Before}</span> {alert.Before}</p>
            <p class="new" style="{NewState}"><span class="muted" style="{Label}">{Labels.Now}</span> <strong>{alert.Now}</strong></p>
            """)
        : MailHtml.Html($"""<p class="state" style="{State}"><span class="muted" style="{Label}">{Labels.Unchanged}</span> {alert.Now}</p>""");

    private static IHtmlContent Note(string? note) =>
        note is null ? HtmlString.Empty : MailHtml.Html($"""<span class="muted" style="{Muted}"> ({note})</span>""");

    private static void Fact(StringBuilder text, string label, string value) =>
        text.Append($"{label}:".PadRight(LabelWidth)).Append(value).Append('\n');
}
