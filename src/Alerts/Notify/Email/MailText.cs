using System.Text;
using Alerts.Notify.Wording;

namespace Alerts.Notify.Email;

/// <summary>The mail as plain text.</summary>
internal static class MailText
{
    private const int LabelWidth = 18;

    public static string Of(AlertText alert, MailBody body)
    {
        var text = new StringBuilder()
            .Append(alert.Headline).Append('\n')
            .Append(alert.Context).Append("\n\n")
            .Append(body.Text);
        if (alert.Link is { } link)
        {
            text.Append("    ").Append(link.AbsoluteUri).Append('\n');
        }

        Paragraph(text, Labels.How, alert.HowKnown);
        Paragraph(text, Labels.Act, alert.Act);
        Paragraph(text, Labels.Why, alert.Why);
        return text.ToString();
    }

    public static void Fact(StringBuilder text, string label, string value) =>
        text.Append($"{label}:".PadRight(LabelWidth)).Append(value).Append('\n');

    /// <summary>The sentence that proves it, and where it stood.</summary>
    public static StringBuilder Proof(StringBuilder text, string quote, string citation) =>
        text.Append('\n').Append(Labels.Says).Append(":\n\n    “").Append(quote).Append("”\n\n    ").Append(citation).Append('\n');

    private static void Paragraph(StringBuilder text, string label, string value) =>
        text.Append('\n').Append(label).Append(":\n").Append(value).Append('\n');
}
