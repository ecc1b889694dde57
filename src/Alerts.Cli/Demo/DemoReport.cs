using System.Globalization;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Notify;
using Alerts.Notify.Webhook;
using Alerts.Notify.Wording;

namespace Alerts.Cli.Demo;

/// <summary>What the demo shows.</summary>
internal static class DemoReport
{
    public static void Opening(Screen screen, DemoWorld world)
    {
        screen.Line("Alerts demo", Screen.Strong);
        screen.Line("Everything stays on this machine: the site, the storage (Azurite), the mails (files) and the webhook receiver.");
        screen.Line($"  Site      {world.Site.Address}");
        screen.Line($"  Outbox    {world.Outbox}");
        screen.Line($"  Receiver  {world.Receiver.Address}");
    }

    public static void Step(Screen screen, DemoStep step, int messages)
    {
        screen.Line();
        screen.Line(($"{step.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}  ", Screen.Strong), (step.Title, Screen.Plain));
        screen.Line($"Jobs ran: Sweep, then {messages} messages of Check, FanOut and Deliver.", Screen.Faint);
    }

    public static void Alerts(Screen screen, IReadOnlyList<DemoAlert> alerts)
    {
        foreach (var alert in alerts)
        {
            var text = CaseText.Of(new CaseAlert(alert.Case, alert.Change));
            screen.Line();
            screen.Line(("► ", Screen.Good), (text.Headline, Screen.Strong), ($"  {text.When}", Screen.Plain));
            screen.Line(("  State    ", Screen.Faint), (text.Moved ? $"{text.Before} → {text.Now}" : $"{text.Now} (as before)", Screen.Plain));
            screen.Line(("  Proof    ", Screen.Faint), ($"“{text.Quote}”", Screen.Plain));
            screen.Line(("  Source   ", Screen.Faint), ($"{alert.Change.Event.Proof.Url}, {text.Published}", Screen.Plain));
            foreach (var mail in alert.Mails)
            {
                Fate(screen, "Email", File.Exists(mail), mail);
            }

            foreach (var webhook in alert.Webhooks)
            {
                Fate(screen, "Webhook", webhook.Signature == SignatureCheck.Valid, $"received, signature {Word.Of(webhook.Signature)}, {webhook.MessageId}");
            }
        }

        if (alerts.Count == 0)
        {
            screen.Line("No alert.");
        }
    }

    public static void Closing(Screen screen, DemoWorld world, IEnumerable<CaseFile> cases, bool arrived)
    {
        screen.Line();
        screen.Line("Where the cases stand now", Screen.Strong);
        screen.Table(
            ["case", "status", "since"],
            cases.Where(c => c.State.Status != CaseStatus.Unknown)
                .OrderBy(c => c.Case.Id, StringComparer.Ordinal)
                .Select(c => new[] { c.Case.Id, Word.Of(c.State.Status), c.State.Since?.ToString() ?? "" }));
        screen.Line();
        if (arrived)
        {
            screen.Line("Every alert arrived.", Screen.Good);
            screen.Line($"Open the mails in {world.Outbox} with any mail program. Next: alerts serve --help");
        }
        else
        {
            screen.Line("Not every alert arrived: see the steps above and the warnings.", Screen.Bad);
        }
    }

    public static void Kept(Screen screen, DemoWorld world)
    {
        screen.Line();
        screen.Line("Still serving; Ctrl+C ends it.", Screen.Strong);
        screen.Line($"  Site  {world.Site.Address}");
        screen.Line($"  API   {world.Host.Url}api/v1/cases");
    }

    private static void Fate(Screen screen, string channel, bool arrived, string what) =>
        screen.Line(($"  {channel,-9}", Screen.Faint), (arrived ? "✔ " : "✘ ", arrived ? Screen.Good : Screen.Bad), (what, Screen.Plain));
}
