using Alerts.Cases;
using Alerts.Cli.Commands.Cases;
using Alerts.Cli.Terminal;
using Alerts.Reconcile;

namespace Alerts.Cli.Commands.Replaying;

/// <summary>How one case differs, on the screen.</summary>
internal static class RereadingReport
{
    private const string Indent = "      ";

    public static void Print(Screen screen, Rereading rereading)
    {
        var (before, after) = (rereading.Before.State.Status, rereading.After.State.Status);
        screen.Line();
        screen.Line((rereading.Before.Case.Id, Screen.Strong), ($"  {(before == after ? Word.Of(after) : $"{Word.Of(before)} → {Word.Of(after)}")}", Screen.Plain));
        foreach (var difference in rereading.Differences)
        {
            Print(screen, rereading.Before.Case.Id, difference);
        }
    }

    private static void Print(Screen screen, string caseId, EventDifference difference)
    {
        var (sign, style, text) = difference.Kind switch
        {
            RereadingKind.New => ("+", Screen.Good, Line(difference.After!)),
            RereadingKind.Changed => ("~", Screen.Strong, $"{Line(difference.Before!)} → {Line(difference.After!)}"),
            RereadingKind.Gone => ("-", Screen.Bad, Line(difference.Before!)),
            _ => ("!", Screen.Bad, Line(difference.Before!)),
        };
        screen.Line(($"  {sign} {text}", style), ($"  {Consequence(difference)}", Screen.Plain));
        var proof = (difference.After ?? difference.Before!).Proof;
        screen.Line($"{Indent}“{proof.Quote}”");
        screen.Line($"{Indent}{proof.Url}", Screen.Faint);
        if (difference.Before is { Told: not null } told && difference.Kind is RereadingKind.Unread or RereadingKind.Changed)
        {
            screen.Line($"{Indent}people were told of it; to correct that: alerts review {(difference.Kind == RereadingKind.Unread ? "retract" : "edit")} {caseId} {EventText.ShortId(told)}", Screen.Faint);
        }
    }

    private static string Consequence(EventDifference difference) => difference.Kind switch
    {
        RereadingKind.Gone => "not read any more; nobody was told of it",
        RereadingKind.Unread => "not read any more",
        _ when difference.IsNews => "would have been told",
        RereadingKind.New => "history: would have been told to nobody",
        _ => "read otherwise",
    };

    private static string Line(RecordedEvent recorded) =>
        recorded.Standing == Standing.Accepted ? EventText.Line(recorded) : $"{EventText.Line(recorded)} ({Word.Of(recorded.Standing)})";
}
