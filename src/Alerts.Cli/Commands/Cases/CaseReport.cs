using System.Globalization;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Reconcile;

namespace Alerts.Cli.Commands.Cases;

/// <summary>One case on the screen: where it stands and why, then what happened, oldest first.</summary>
internal static class CaseReport
{
    public static void Print(Screen screen, CaseFile file)
    {
        screen.Line((file.Case.Name, Screen.Strong), ($"  {file.Case.Id}", Screen.Faint));
        screen.Line(string.Join(" · ", [Word.Of(file.Case.Kind), .. file.Case.Country is { } country ? [country] : Array.Empty<string>(), .. file.Case.Tags]), Screen.Faint);
        screen.Line();
        State(screen, file);
        screen.Line();
        foreach (var e in file.Events.OrderBy(e => e.Placed().Earliest).ThenBy(e => e.Order))
        {
            Event(screen, e, decisive: e.Id == file.State.ByEvent);
        }

        if (file.Events.Count == 0)
        {
            screen.Line("Nothing has been read about this case yet.");
        }
    }

    private static void State(Screen screen, CaseFile file)
    {
        var state = file.State;
        var since = state.Since is { } date ? $" since {date}" : "";
        var why = file.Events.FirstOrDefault(e => e.Id == state.ByEvent) is { } by ? $", because: {Word.Of(by.Type)} (marked ► below)" : "";
        screen.Line(("Status  ", Screen.Faint), (Word.Of(state.Status), Screen.Strong), (since + why, Screen.Plain));
        Fact(screen, "Sentence", state.Sentence);
        Fact(screen, "Ends", state.EndOfTerm is { } end ? Between(end) : null);
        Fact(screen, "Bans", state.Bans.Count > 0 ? state.Bans.Count.ToString(CultureInfo.InvariantCulture) : null);
        Fact(screen, "Hearing", state.NextHearing?.ToString());
        Fact(screen, "Due", file.Case.Due?.ToString());
    }

    private static void Fact(Screen screen, string name, string? value)
    {
        if (value is not null)
        {
            screen.Line(($"{name,-8}", Screen.Faint), (value, Screen.Plain));
        }
    }

    private static void Event(Screen screen, RecordedEvent e, bool decisive)
    {
        screen.Line(
            (decisive ? "► " : "  ", Screen.Good),
            ($"{e.Date?.ToString() ?? "undated",-11}", Screen.Plain),
            (Word.Of(e.Type), e.Standing == Standing.Accepted ? Screen.Strong : Screen.Faint),
            (string.Concat(new[] { e.Term, e.Detail }.OfType<string>().Select(a => $"  {a}")), Screen.Plain),
            (e.Standing == Standing.Accepted ? "" : $"  ({Word.Of(e.Standing)})", Screen.Bad));
        foreach (var evidence in e.Evidence)
        {
            screen.Line($"             “{evidence.Quote}”");
            screen.Line($"             {evidence.Url}{(evidence.Published is { } day ? $", {day:yyyy-MM-dd}" : "")}", Screen.Faint);
        }
    }

    private static string Between(DateRange range) => range.Earliest == range.Latest
        ? $"{range.Earliest:yyyy-MM-dd}"
        : $"between {range.Earliest:yyyy-MM-dd} and {range.Latest:yyyy-MM-dd}";
}
