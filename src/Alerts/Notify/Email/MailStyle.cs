namespace Alerts.Notify.Email;

/// <summary>How the mail looks: inline styles, and for readers that keep a style element the dark palette of the classes.</summary>
internal static class MailStyle
{
    public const string Page = "margin:0;padding:24px 12px;background:#f3f1ec;color:#1d2126;"
        + "font:16px/1.55 -apple-system,Segoe UI,Roboto,Noto Sans,Helvetica Neue,Arial,sans-serif;";

    public const string Card = "max-width:560px;margin:0 auto;padding:28px 24px;background:#ffffff;border:1px solid #e2ded5;border-radius:12px;"
        + "overflow-wrap:anywhere;";
    public const string Muted = "color:#59616b;";
    public const string Title = "margin:2px 0 20px;font-size:24px;line-height:1.25;font-weight:700;";
    public const string Small = "margin:0;font-size:14px;" + Muted;
    public const string Label = "display:block;font-size:13px;line-height:1.4;" + Muted;
    public const string State = "margin:0 0 8px;padding:10px 14px;border-radius:8px;background:#f3f1ec;";
    public const string NewState = "margin:0 0 8px;padding:10px 14px;border-radius:8px;background:#e3f0ef;";
    public const string Came = "margin:0 0 8px;padding:8px 14px;border-left:4px solid #1f7a7a;background:#e3f0ef;";
    public const string Plain = "text-decoration:none;";
    public const string Went = "margin:0 0 8px;padding:8px 14px;border-left:4px solid #b9b3a7;background:#f3f1ec;";
    public const string Quote = "margin:0 0 6px;font-size:18px;line-height:1.5;font-family:Georgia,Noto Serif,Times New Roman,serif;";
    public const string Link = "display:inline-block;padding:11px 18px;border-radius:8px;background:#145f60;color:#ffffff;font-weight:600;"
        + "text-decoration:none;";

    public const string Lead = "margin:0 0 16px;font-weight:600;";
    public const string Subheading = "margin:24px 0 8px;font-size:13px;line-height:1.4;font-weight:400;" + Muted;
    public const string Heading = "margin:20px 0 2px;font-size:14px;line-height:1.4;font-weight:600;";

    public const string Dark = """
        :root{color-scheme:light dark;supported-color-schemes:light dark}
        @media (prefers-color-scheme:dark){
        .page{background:#14171a!important;color:#e8e6e1!important}
        .card{background:#1c2024!important;border-color:#31373d!important}
        .muted{color:#a7afb8!important}
        .state{background:#272c31!important}
        .new{background:#12393a!important}
        .came{background:#12393a!important;border-color:#4fa3a3!important}
        .went{background:#272c31!important;border-color:#5a636d!important}
        .quote{border-color:#4fa3a3!important}
        .button{background:#8fd0cf!important;color:#0d2a2b!important}
        .rule{border-color:#31373d!important}
        }
        """;
}
