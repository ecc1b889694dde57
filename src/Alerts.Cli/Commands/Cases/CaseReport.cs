using System.Globalization;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Reconcile;

namespace Alerts.Cli.Commands.Cases;

/// <summary>One case on the screen: where it stands, then what happened, oldest first, and what each event made of the state.</summary>
internal static class CaseReport
{
    private const string Indent = "             ";

    public static void Print(Screen screen, CaseFile file, DateOnly today, string telemetryId)
    {
        screen.Line((file.Case.Name, Screen.Strong), ($"  {file.Case.Id}", Screen.Faint));
        screen.Line(string.Join(" · ", [Word.Of(file.Case.Kind), .. file.Case.Country is { } country ? [country] : Array.Empty<string>(), .. file.Case.Tags]), Screen.Faint);
        screen.Line();
        State(screen, file, today);
        Fact(screen, "Telemetry", telemetryId);
        screen.Line();
        var steps = Fold.Steps(file.Case, file.Events).ToDictionary(s => s.Event.Id);
        foreach (var e in Fold.InOrder(file.Events))
        {
            Event(screen, e, steps.GetValueOrDefault(e.Id), decisive: e.Id == file.State.ByEvent);
        }

        if (file.Events.Count == 0)
        {
            screen.Line("Nothing has been read about this case yet.");
        }
    }

    private static void State(Screen screen, CaseFile file, DateOnly today)
    {
        var state = file.State;
        var since = state.Since is { } date ? $" since {date}" : "";
        var why = file.Events.FirstOrDefault(e => e.Id == state.ByEvent) is { } by ? $", because: {Word.Of(by.Type)} (marked ► below)" : "";
        screen.Line(($"{"Status",-10}", Screen.Faint), (Word.Of(state.Status), Screen.Strong), (since + why, Screen.Plain));
        Fact(screen, "Sentence", state.Sentences.Count > 1 ? $"{state.Sentence} ({string.Join(" + ", state.Sentences.Select(s => s.Length))})" : state.Sentence);
        Fact(screen, "Ends", state.EndOfTerm is { } end ? $"{StepText.Between(end)}, counted from {state.TermFrom}" : null);
        Fact(screen, "Bans", state.BansOn(today).Count() is > 0 and var bans ? bans.ToString(CultureInfo.InvariantCulture) : null);
        Fact(screen, "Hearing", state.HearingFrom(today)?.ToString());
        Fact(screen, "Due", file.Case.Due?.ToString());
        Fact(screen, "Waiting", file.Events.Count(e => e.Standing == Standing.Pending) is > 0 and var waiting ? $"{waiting} for review (alerts review)" : null);
    }

    private static void Fact(Screen screen, string name, string? value)
    {
        if (value is not null)
        {
            screen.Line(($"{name,-10}", Screen.Faint), (value, Screen.Plain));
        }
    }

    private static void Event(Screen screen, RecordedEvent e, FoldStep? step, bool decisive)
    {
        screen.Line(
            (decisive ? "► " : "  ", Screen.Good),
            ($"{e.Date?.ToString() ?? "undated",-11}", Screen.Plain),
            (Word.Of(e.Type), e.Standing == Standing.Accepted ? Screen.Strong : Screen.Faint),
            (string.Concat(new[] { e.Term, e.Detail }.OfType<string>().Select(a => $"  {a}")), Screen.Plain),
            (e.Standing == Standing.Accepted ? "" : $"  ({EventText.Standing(e)})", Screen.Bad),
            (step is not null && StepText.Of(step) is { } effect ? $"  {effect}" : "", Screen.Good));
        screen.Line($"{Indent}{EventText.ShortId(e)}  {EventText.Certainty(e)}", Screen.Faint);
        foreach (var dispute in e.Disputes)
        {
            screen.Line($"{Indent}{EventText.Dispute(dispute)}", Screen.Bad);
        }

        foreach (var decision in e.Decisions)
        {
            screen.Line($"{Indent}{EventText.Decision(decision)}", Screen.Faint);
        }

        foreach (var evidence in e.Sightings.Select(s => s.Evidence))
        {
            screen.Line($"{Indent}“{evidence.Quote}”");
            screen.Line($"{Indent}{evidence.Url}{(evidence.Published is { } day ? $", {day:yyyy-MM-dd}" : "")}", Screen.Faint);
        }
    }
}
