using System.Text.Encodings.Web;
using System.Text.Unicode;
using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;

namespace Alerts.Notify.Email;

/// <summary>
/// The mail as HTML: no tables, no pictures, nothing fetched. Styles stand inline for readers that drop the style element,
/// which only adds the dark palette.
/// </summary>
internal static class MailHtml
{
    private const string Page = "margin:0;padding:24px 12px;background:#f3f1ec;color:#1d2126;"
        + "font:16px/1.55 -apple-system,Segoe UI,Roboto,Noto Sans,Helvetica Neue,Arial,sans-serif;";

    private const string Card = "max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border:1px solid #e2ded5;border-radius:12px;"
        + "overflow-wrap:anywhere;";
    private const string Muted = "color:#59616b;";
    private const string Title = "margin:2px 0 20px;font-size:24px;line-height:1.25;font-weight:700;";
    private const string Small = "margin:0;font-size:14px;" + Muted;
    private const string Label = "display:block;font-size:13px;line-height:1.4;" + Muted;
    private const string State = "margin:0 0 8px;padding:10px 14px;border-radius:8px;background:#f3f1ec;";
    private const string NewState = "margin:0 0 8px;padding:10px 14px;border-radius:8px;background:#e3f0ef;";
    private const string Quote = "margin:0 0 6px;font-size:18px;line-height:1.5;font-family:Georgia,Noto Serif,Times New Roman,serif;";
    private const string Link = "display:inline-block;padding:11px 18px;border-radius:8px;background:#145f60;color:#ffffff;font-weight:600;"
        + "text-decoration:none;";

    private const string Subheading = "margin:24px 0 8px;font-size:13px;line-height:1.4;font-weight:400;" + Muted;
    private const string Heading = "margin:20px 0 2px;font-size:14px;line-height:1.4;font-weight:600;";

    private const string Dark = """
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        @media (prefers-color-scheme:dark){
        .page{background:#14171a!important;color:#e8e6e1!important}
        .card{background:#1c2024!important;border-color:#31373d!important}
        .muted{color:#a7afb8!important}
        .state{background:#272c31!important}
        .new{background:#12393a!important}
        .quote{border-color:#4fa3a3!important}
        .button{background:#8fd0cf!important;color:#0d2a2b!important}
        .rule{border-color:#31373d!important}
        }
        """;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(AlertText alert)
    {
        using var html = new StringWriter { NewLine = "\n" };
        Document(alert).WriteTo(html, Encoder);
        return html.ToString();
    }

    private static HtmlFormattableString Document(AlertText alert) => Html($"""
        <!DOCTYPE html>
        <html lang="{Labels.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
        <title>{alert.Headline}</title>
        <style>{new HtmlString(Dark)}</style>
        </head>
        <body class="page" style="{Page}">
        <div role="main" class="card" style="{Card}">
        <p class="muted" style="{Small}">{alert.Context}</p>
        <h1 style="{Title}">{alert.Name} <br><span style="font-weight:400;">{alert.Happened}</span></h1>
        {States(alert)}
        <p style="margin:14px 0 0;"><span class="muted" style="{Label}">{Labels.When}</span> {alert.When}{Note(alert.WhenNote)}</p>
        <h2 class="muted" style="{Subheading}">{Labels.Says}</h2>
        <blockquote class="quote" style="margin:0;padding:2px 0 2px 16px;border-left:4px solid #1f7a7a;">
        <p dir="auto" style="{Quote}">“{alert.Quote}”</p>
        <p class="muted" style="{Small}">{alert.Citation}</p>
        </blockquote>
        {Button(alert)}
        <hr class="rule" style="margin:28px 0 0;border:0;border-top:1px solid #e2ded5;">
        {Paragraph(Labels.How, alert.HowKnown)}
        {Paragraph(Labels.Act, Labels.ActText)}
        {Paragraph(Labels.Why, Labels.WhyText)}
        </div>
        </body>
        </html>

        """);

    private static HtmlFormattableString States(AlertText alert) => alert.Moved
        ? Html($"""
            <p class="state" style="{State}"><span class="muted" style="{Label}">{Labels.Before}</span> {alert.Before}</p>
            <p class="new" style="{NewState}"><span class="muted" style="{Label}">{Labels.Now}</span> <strong>{alert.Now}</strong></p>
            """)
        : Html($"""<p class="state" style="{State}"><span class="muted" style="{Label}">{Labels.Unchanged}</span> {alert.Now}</p>""");

    private static IHtmlContent Note(string? note) =>
        note is null ? HtmlString.Empty : Html($"""<span class="muted" style="{Muted}"> ({note})</span>""");

    private static IHtmlContent Button(AlertText alert) => alert.Link is { } link
        ? Html($"""
            <p style="margin:20px 0 0;">
            <a class="button" href="{link.AbsoluteUri}" rel="noopener noreferrer" style="{Link}">{Labels.Read(alert.Source)}</a>
            </p>
            """)
        : HtmlString.Empty;

    private static HtmlFormattableString Paragraph(string heading, string text) => Html($"""
        <h2 style="{Heading}">{heading}</h2>
        <p class="muted" style="{Small}">{text}</p>
        """);

    /// <summary>Whatever fills a gap is encoded, unless it is HTML made here.</summary>
    private static HtmlFormattableString Html(FormattableString html) => new(html.Format, html.GetArguments());
}
