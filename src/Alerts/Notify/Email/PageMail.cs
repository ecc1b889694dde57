using System.Text;
using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;
using static Alerts.Notify.Email.MailStyle;

namespace Alerts.Notify.Email;

/// <summary>A page's change in a mail: the sentences that came and went.</summary>
internal static class PageMail
{
    public static string Text(PageText alert)
    {
        var text = new StringBuilder().Append(Labels.Differs).Append(":\n\n");
        foreach (var (mark, sentence) in alert.Sentences)
        {
            text.Append("    ").Append(mark).Append(' ').Append(sentence).Append('\n');
        }

        if (alert.More is { } more)
        {
            text.Append("    ").Append(more).Append('\n');
        }

        return text.Append("\n    ").Append(alert.Citation).Append('\n').ToString();
    }

    public static IHtmlContent Html(PageText alert) => MailHtml.Html($"""
        <h2 class="muted" style="{Subheading}">{Labels.Differs}</h2>
        {new HtmlContentBuilder(Sentences(alert))}{More(alert.More)}<p class="muted" style="{Small}">{alert.Citation}</p>
        """);

    private static List<object> Sentences(PageText alert) => [.. alert.Sentences.Select(s => s.Mark == PageText.Came ? Came(s) : Went(s))];

    private static HtmlFormattableString Came(MarkedSentence came) => MailHtml.Html($"""
        <p dir="auto" class="came" style="{MailStyle.Came}"><strong>{came.Mark}</strong> <ins style="{Plain}">{came.Text}</ins></p>

        """);

    private static HtmlFormattableString Went(MarkedSentence went) => MailHtml.Html($"""
        <p dir="auto" class="went" style="{MailStyle.Went}"><strong>{went.Mark}</strong> <del style="{Plain}">{went.Text}</del></p>

        """);

    private static IHtmlContent More(string? more) => more is null ? HtmlString.Empty : MailHtml.Html($"""
        <p style="margin:0 0 8px;">{more}</p>

        """);
}
