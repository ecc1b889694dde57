using Alerts.Cases;
using Alerts.Cli.Commands.Cases;
using Alerts.Cli.Terminal;
using Alerts.Jobs;

namespace Alerts.Cli.Commands.Review;

/// <summary>What waits for review, on the screen.</summary>
internal static class ReviewReport
{
    private const string Indent = "    ";

    public static void Print(Screen screen, IReadOnlyList<WaitingEvent> waiting)
    {
        if (waiting.Count == 0)
        {
            screen.Line("Nothing waits for review.");
            return;
        }

        screen.Line(waiting.Count == 1 ? "1 event waits for review. Nobody was told of it." : $"{waiting.Count} events wait for review. Nobody was told of them.");
        foreach (var (watched, recorded) in waiting)
        {
            screen.Line();
            screen.Line((watched.Name, Screen.Strong), ($"  {watched.Id} {EventText.ShortId(recorded)}  ", Screen.Faint), (EventText.Line(recorded), Screen.Strong));
            screen.Line($"{Indent}{EventText.Standing(recorded)} ({EventText.Certainty(recorded)})", Screen.Bad);
            foreach (var dispute in recorded.Disputes)
            {
                screen.Line($"{Indent}{EventText.Dispute(dispute)}", Screen.Bad);
            }

            foreach (var sighting in recorded.Sightings)
            {
                screen.Line($"{Indent}“{sighting.Evidence.Quote}”");
                screen.Line($"{Indent}{sighting.Evidence.Url}{(sighting.Evidence.Published is { } day ? $", {day:yyyy-MM-dd}" : "")}  rule {sighting.Rule}", Screen.Faint);
            }
        }

        screen.Line();
        screen.Line($"Decide with: alerts review accept|edit|reject {waiting[0].Case.Id} {EventText.ShortId(waiting[0].Event)}", Screen.Faint);
    }
}
