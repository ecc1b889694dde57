using System.Globalization;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Extract;

namespace Alerts.Cli.Commands.Check;

/// <summary>What was understood of an article, on the screen.</summary>
internal static class ExtractionReport
{
    public static void Json(Screen screen, Extraction extraction)
    {
        foreach (var e in extraction.Events)
        {
            screen.Json(EventLine.Of(e), EventLine.Json);
        }
    }

    public static void Events(Screen screen, Extraction extraction, IReadOnlyList<Case> watched)
    {
        if (extraction.Events.Count == 0)
        {
            screen.Line($"No event of any of the {watched.Count} watched cases. --explain shows what was considered.");
        }

        foreach (var e in extraction.Events)
        {
            screen.Line((e.CaseId, Screen.Strong), ("  ", Screen.Plain), (Word.Of(e.Type), Screen.Good), (Attributes(e), Screen.Plain));
            screen.Line($"  “{e.Evidence.Quote}”");
            screen.Line(string.Create(CultureInfo.InvariantCulture, $"  rule {e.Rule} · confidence {e.Confidence:0.00}{Factors(e)}"), Screen.Faint);
            screen.Line();
        }
    }

    public static void Explanation(Screen screen, Extraction extraction)
    {
        screen.Line("As it was read: [group = watched case] {verb: form} ⟨time⟩", Screen.Strong);
        foreach (var sentence in extraction.Sentences)
        {
            screen.Line($"  {sentence}", Screen.Faint);
        }

        screen.Line();
        screen.Line($"Turned down: {extraction.TurnedDown.Count}", Screen.Strong);
        foreach (var t in extraction.TurnedDown)
        {
            screen.Line(
                ($"  {t.Reason}", Screen.Bad),
                ($"  {Word.Of(t.Type)} of {t.CaseId ?? "nobody watched"}, for the words “{t.Trigger}”", Screen.Plain));
            screen.Line($"    “{t.Quote}”", Screen.Faint);
        }
    }

    /// <summary>What took something from the confidence.</summary>
    private static string Factors(CaseEvent e) => e.Factors.Where(f => f.Value < 1).ToList() is { Count: > 0 } factors
        ? $" = {string.Join(" × ", factors.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value:0.##}")))}"
        : "";

    private static string Attributes(CaseEvent e) => string.Concat(
        e.Date is { } date ? $"  {date} ({Word.Of(e.DateBasis)})" : "  undated",
        e.Term is { } term ? $"  {term}" : "",
        e.Detail is { } detail ? $"  {detail}" : "");
}
