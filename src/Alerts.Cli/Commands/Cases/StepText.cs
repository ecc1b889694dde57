using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.Cli.Commands.Cases;

/// <summary>What one event made of the state, in words.</summary>
internal static class StepText
{
    /// <returns>null where the state stayed as it was.</returns>
    public static string? Of(FoldStep step)
    {
        var said = new[] { Status(step), Sentence(step), Bans(step), Hearing(step) }.OfType<string>().ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }

    public static string Between(DateRange range) => range.Earliest == range.Latest
        ? $"{range.Earliest:yyyy-MM-dd}"
        : $"between {range.Earliest:yyyy-MM-dd} and {range.Latest:yyyy-MM-dd}";

    private static string? Status(FoldStep step) => step.Before.Status == step.After.Status
        ? null
        : $"{Word.Of(step.Before.Status)} → {Word.Of(step.After.Status)}";

    private static string? Sentence(FoldStep step)
    {
        var (before, after) = (step.Before, step.After);
        if (before.Sentences.SequenceEqual(after.Sentences) && before.EndOfTerm == after.EndOfTerm)
        {
            return null;
        }

        var counted = after.EndOfTerm is { } end ? $", counted from {after.TermFrom}: ends {Between(end)}" : "";
        return after.Sentences.Count switch
        {
            0 => "no sentence runs any more",
            1 => $"{after.Sentence} to serve{counted}",
            _ => $"{string.Join(" + ", after.Sentences.Select(s => s.Length))} = {after.Sentence} to serve{counted}",
        };
    }

    private static string? Bans(FoldStep step) => (step.Before.Bans.Count, step.After.Bans.Count) switch
    {
        var (before, after) when before == after => null,
        (_, 0) => "no ban stands any more",
        (_, 1) => step.After.Bans[0].Until is { } until ? $"a ban stands, ends {Between(until)}" : "a ban stands",
        var (_, after) => $"{after} bans stand",
    };

    private static string? Hearing(FoldStep step) => step.After.Hearings.Except(step.Before.Hearings).Select(d => $"a hearing ahead on {d}").FirstOrDefault();
}
