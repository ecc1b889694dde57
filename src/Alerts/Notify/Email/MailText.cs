using System.Text;
using Alerts.Notify.Wording;

namespace Alerts.Notify.Email;

/// <summary>The mail as plain text.</summary>
internal static class MailText
{
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
        Paragraph(text, Labels.Act, Labels.ActText);
        Paragraph(text, Labels.Why, alert.Why);
        return text.ToString();
    }

    private static void Paragraph(StringBuilder text, string label, string value) =>
        text.Append('\n').Append(label).Append(":\n").Append(value).Append('\n');
}
