using Alerts.Cli.Terminal;
using Alerts.Import;
using Alerts.Import.FollowTheMoney;

namespace Alerts.Cli.Commands.Import;

/// <summary>What an import did, for people.</summary>
internal static class ImportSummary
{
    public static void Print(Screen screen, ImportReport report)
    {
        screen.Line(
            $"Imported: {report.Cases} cases, {report.Events} events, {report.Sources} sources, {report.Subscribers} subscribers to {report.Subscriptions} topics.");
        Print(screen, report.Tally);
        foreach (var made in report.NewSecrets)
        {
            WebhookSecret.Print(screen, made);
        }
    }

    public static void Print(Screen screen, EntityReport report)
    {
        var (entities, skipped) = (report.Entities, report.Entities.Skipped);
        screen.Line($"Imported: {entities.Persons} persons and {entities.Organizations} organizations.");
        Print(screen, report.Cases);
        if (skipped.Count > 0)
        {
            screen.Line($"Passed over, being neither: {string.Join(", ", skipped.OrderByDescending(s => s.Value).Select(s => $"{s.Value} {s.Key}"))}.");
        }

        if (entities.Nameless > 0)
        {
            screen.Line($"Passed over, having no name: {entities.Nameless}.");
        }

        if (entities.UnknownCountries > 0)
        {
            screen.Line($"Without a country, since theirs is none of ISO 3166-1: {entities.UnknownCountries}.");
        }

        if (report.Namesakes > 0)
        {
            screen.Line($"Namesakes of cases that are there already, each a case of its own with a number behind its id: {report.Namesakes}.");
        }
    }

    private static void Print(Screen screen, CaseTally tally) => screen.Line(tally == default
        ? "Nothing new about cases: all of it was there already."
        : $"New: {tally.New} cases, {tally.Events} events, {tally.Sightings} sightings. Redefined: {tally.Changed} cases. Nobody was alerted.");
}
