using System.Globalization;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Extract.Evaluation;

namespace Alerts.Cli.Commands.Eval;

/// <summary>How extraction did on a corpus.</summary>
internal static class EvalReport
{
    public static void Print(Screen screen, IReadOnlyList<RowScore> scores, bool byType, bool errors)
    {
        if (errors)
        {
            Errors(screen, scores);
        }

        IEnumerable<(string Name, Tally Tally)> lines = [("all", Tally.Of(scores)), .. Tally.ByLanguage(scores), .. byType ? Tally.ByType(scores) : []];
        screen.Table(
            ["", "precision", "recall", "F1", "right", "wrong", "missed", "traps sprung", "dates right", "terms right"],
            lines.Select(l => Line(l.Name, l.Tally)));
    }

    private static void Errors(Screen screen, IEnumerable<RowScore> scores)
    {
        foreach (var score in scores)
        {
            foreach (var wrong in score.Predictions.Where(p => p.Verdict == Verdict.Wrong))
            {
                screen.Line(($"{score.Row.Id} wrong", Screen.Bad), ($"  {wrong.Event.CaseId} {Word.Of(wrong.Event.Type)} {wrong.Event.Date}  “{wrong.Event.Evidence.Quote}”", Screen.Plain));
            }

            foreach (var (missed, reason) in score.Missed)
            {
                screen.Line(($"{score.Row.Id} missed", Screen.Faint), ($"  {missed.Case} {missed.Type} {missed.Date}  “{missed.Quote}”  ({reason})", Screen.Plain));
            }
        }
    }

    private static string[] Line(string name, Tally tally) =>
    [
        name,
        Rate(tally.Precision),
        Rate(tally.Recall),
        Rate(tally.F1),
        Count(tally.Right),
        Count(tally.Wrong),
        Count(tally.Missed),
        $"{Count(tally.Sprung)}/{Count(tally.Traps)}",
        $"{Count(tally.Dates.Right)}/{Count(tally.Dates.Of)}",
        $"{Count(tally.Terms.Right)}/{Count(tally.Terms.Of)}",
    ];

    private static string Rate(double rate) => rate.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
