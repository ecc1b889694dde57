using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;

namespace Alerts.Notify.Email;

/// <summary>The mail as HTML: no tables, no pictures, nothing fetched.</summary>
internal static class MailHtml
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(AlertText alert, MailBody body)
    {
        using var html = new StringWriter { NewLine = "\n" };
        Document(alert, body).WriteTo(html, Encoder);
        return html.ToString();
    }

    /// <summary>Whatever fills a gap is encoded, unless it is HTML made here.</summary>
    public static HtmlFormattableString Html(FormattableString html) => new(html.Format, html.GetArguments());

    /// <summary>The sentence that proves it, and where it stood.</summary>
    public static HtmlFormattableString Proof(string quote, string citation) => Html($"""
        <h2 class="muted" style="{MailStyle.Subheading}">{Labels.Says}</h2>
        <blockquote class="quote" style="margin:0;padding:2px 0 2px 16px;border-left:4px solid #1f7a7a;">
        <p dir="auto" style="{MailStyle.Quote}">“{quote}”</p>
        <p class="muted" style="{MailStyle.Small}">{citation}</p>
        </blockquote>
        """);

    private static HtmlFormattableString Document(AlertText alert, MailBody body) => Html($"""
        <!DOCTYPE html>
        <html lang="{Labels.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
        <title>{alert.Headline}</title>
        <style>{new HtmlString(MailStyle.Dark)}</style>
        </head>
        <body class="page" style="{MailStyle.Page}">
        <div role="main" class="card" style="{MailStyle.Card}">
        <p class="muted" style="{MailStyle.Small}">{alert.Context}</p>
        <h1 style="{MailStyle.Title}">{alert.Name} <br><span style="font-weight:400;">{alert.Happened}</span></h1>
        {body.Html}
        {Button(alert)}
        <hr class="rule" style="margin:28px 0 0;border:0;border-top:1px solid #e2ded5;">
        {Paragraph(Labels.How, alert.HowKnown)}
        {Paragraph(Labels.Act, alert.Act)}
        {Paragraph(Labels.Why, alert.Why)}
        </div>
        </body>
        </html>

        """);

    private static IHtmlContent Button(AlertText alert) => alert.Link is { } link
        ? Html($"""
            <p style="margin:20px 0 0;">
            <a class="button" href="{link.AbsoluteUri}" rel="noopener noreferrer" style="{MailStyle.Link}">{Labels.Read(alert.Source)}</a>
            </p>
            """)
        : HtmlString.Empty;

    private static HtmlFormattableString Paragraph(string heading, string text) => Html($"""
        <h2 style="{MailStyle.Heading}">{heading}</h2>
        <p class="muted" style="{MailStyle.Small}">{text}</p>
        """);
}
