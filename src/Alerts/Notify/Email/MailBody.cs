using Alerts.Notify.Wording;
using Microsoft.AspNetCore.Html;

namespace Alerts.Notify.Email;

/// <summary>What a mail says between its title and its link; all else is the same for every kind of alert.</summary>
/// <param name="Text">As plain text, whole lines.</param>
/// <param name="Html">As HTML.</param>
internal sealed record MailBody(string Text, IHtmlContent Html)
{
    public static readonly IAlertWriter<(AlertText Text, MailBody Body)> Writer = new EachKind();

    private sealed class EachKind : IAlertWriter<(AlertText Text, MailBody Body)>
    {
        public (AlertText Text, MailBody Body) Write(CaseAlert alert)
        {
            var text = CaseText.Of(alert);
            return (text, new MailBody(CaseMail.Text(text), CaseMail.Html(text)));
        }

        public (AlertText Text, MailBody Body) Write(CorrectionAlert alert)
        {
            var text = CorrectionText.Of(alert);
            return (text, new MailBody(CorrectionMail.Text(text), CorrectionMail.Html(text)));
        }

        public (AlertText Text, MailBody Body) Write(ReminderAlert alert)
        {
            var text = ReminderText.Of(alert);
            return (text, new MailBody(ReminderMail.Text(text), ReminderMail.Html(text)));
        }

        public (AlertText Text, MailBody Body) Write(PageAlert alert)
        {
            var text = PageText.Of(alert);
            return (text, new MailBody(PageMail.Text(text), PageMail.Html(text)));
        }
    }
}
