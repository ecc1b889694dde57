using System.Text;
using Alerts.Notify.Wording;

namespace Alerts.Notify.Email;

/// <summary>The mail as plain text.</summary>
internal static class MailText
{
    private const int LabelWidth = 16;

    public static string Of(AlertText alert)
    {
        var text = new StringBuilder()
            .Append(alert.Headline).Append('\n')
            .Append(alert.Context).Append("\n\n");
        if (alert.Moved)
        {
            Fact(text, Labels.Before, alert.Before);
        }

        Fact(text, alert.Moved ? Labels.Now : Labels.Unchanged, alert.Now);
        Fact(text, Labels.When, alert.WhenNote is null ? alert.When : $"{alert.When} ({alert.WhenNote})");
        text.Append('\n').Append(Labels.Says).Append(":\n\n    “").Append(alert.Quote).Append("”\n\n    ").Append(alert.Citation).Append('\n');
        if (alert.Link is { } link)
        {
            text.Append("    ").Append(link.AbsoluteUri).Append('\n');
        }

        Paragraph(text, Labels.How, alert.HowKnown);
        Paragraph(text, Labels.Act, Labels.ActText);
        Paragraph(text, Labels.Why, Labels.WhyText);
        return text.ToString();
    }

    private static void Fact(StringBuilder text, string label, string value) =>
        text.Append($"{label}:".PadRight(LabelWidth)).Append(value).Append('\n');

    private static void Paragraph(StringBuilder text, string label, string value) =>
        text.Append('\n').Append(label).Append(":\n").Append(value).Append('\n');
}
