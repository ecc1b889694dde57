using System.Text;
using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;
using static Alerts.Notify.Email.MailStyle;

namespace Alerts.Notify.Email;

/// <summary>A reminder in a mail: the date, where the case stands, and from what the date was worked out.</summary>
internal static class ReminderMail
{
    public static string Text(ReminderText alert)
    {
        var text = new StringBuilder();
        MailText.Fact(text, alert.Label, alert.When);
        MailText.Fact(text, Labels.Now, alert.Now);
        if (alert.Basis.Count > 0)
        {
            text.Append('\n').Append(Labels.Basis).Append(":\n\n");
            foreach (var line in alert.Basis)
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return alert.Link is null ? text.ToString() : text.Append('\n').ToString();
    }

    public static IHtmlContent Html(ReminderText alert) => MailHtml.Html($"""
        <p class="new" style="{NewState}"><span class="muted" style="{Label}">{alert.Label}</span> <strong>{alert.When}</strong></p>
        <p class="state" style="{State}"><span class="muted" style="{Label}">{Labels.Now}</span> {alert.Now}</p>
        {Basis(alert.Basis)}
        """);

    private static IHtmlContent Basis(IReadOnlyList<string> lines) => lines.Count == 0 ? HtmlString.Empty : MailHtml.Html($"""
        <h2 class="muted" style="{Subheading}">{Labels.Basis}</h2>
        {new HtmlContentBuilder(Lines(lines))}
        """);

    private static List<object> Lines(IReadOnlyList<string> lines) => [.. lines.Select(line => MailHtml.Html($"""
        <p dir="auto" style="margin:0 0 4px;">{line}</p>

        """))];
}
