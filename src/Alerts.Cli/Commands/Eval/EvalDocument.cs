using Alerts.Cases;
using Alerts.Cli.Commands.Check;
using Alerts.Extract.Evaluation;

namespace Alerts.Cli.Commands.Eval;

/// <summary>How extraction did on a corpus, as one JSON document.</summary>
/// <param name="Articles">How many there were.</param>
/// <param name="All">Rates over all of them.</param>
/// <param name="Languages">By language of the article.</param>
/// <param name="Types">By event type, those that occur; null unless asked for.</param>
/// <param name="Errors">null unless asked for.</param>
internal sealed record EvalDocument(
    int Articles,
    EvalRates All,
    IReadOnlyDictionary<string, EvalRates> Languages,
    IReadOnlyDictionary<string, EvalRates>? Types,
    IReadOnlyList<EvalError>? Errors)
{
    public static EvalDocument Of(IReadOnlyList<RowScore> scores, bool byType, bool errors) => new(
        scores.Count,
        EvalRates.Of(Tally.Of(scores)),
        Named(Tally.ByLanguage(scores)),
        byType ? Named(Tally.ByType(scores)) : null,
        errors ? [.. scores.SelectMany(EvalError.Of)] : null);

    private static Dictionary<string, EvalRates> Named(IEnumerable<(string Name, Tally Tally)> tallies) =>
        tallies.ToDictionary(t => t.Name, t => EvalRates.Of(t.Tally));
}

internal sealed record EvalRates(
    double Precision, double Recall, double F1, int Right, int Wrong, int Missed, TrapCount Traps, RightCount Dates, RightCount Terms)
{
    public static EvalRates Of(Tally tally) => new(
        Math.Round(tally.Precision, 4),
        Math.Round(tally.Recall, 4),
        Math.Round(tally.F1, 4),
        tally.Right,
        tally.Wrong,
        tally.Missed,
        new TrapCount(tally.Sprung, tally.Traps),
        new RightCount(tally.Dates.Right, tally.Dates.Of),
        new RightCount(tally.Terms.Right, tally.Terms.Of));
}

internal sealed record TrapCount(int Sprung, int Of);

internal sealed record RightCount(int Right, int Of);

/// <summary>A prediction that is wrong, or an event that was missed.</summary>
/// <param name="Id">Of the article.</param>
/// <param name="Error"><c>wrong</c> or <c>missed</c>.</param>
/// <param name="Rule">Of a prediction: what made it.</param>
/// <param name="Trap">Of a prediction: why the sentence that it rests on tells of no event, where the corpus says so.</param>
/// <param name="Reason">Of a missed event: why.</param>
internal sealed record EvalError(
    string Id, string Error, string Case, string Type, string? Date, string? Term, string? Detail, string Quote, string? Rule, string? Trap, string? Reason)
{
    public static IEnumerable<EvalError> Of(RowScore score) =>
    [
        .. score.Predictions.Where(p => p.Verdict == Verdict.Wrong).Select(p => Wrong(score.Row.Id, EventLine.Of(p.Event), p.Trap)),
        .. score.Missed.Select(m => Missed(score.Row.Id, m.Row, m.Reason)),
    ];

    private static EvalError Wrong(string id, EventLine e, TrapRow? trap) =>
        new(id, "wrong", e.Case, e.Type, e.Date, e.Term, e.Detail, e.Quote, e.Rule, trap?.Why, Reason: null);

    private static EvalError Missed(string id, ExpectedRow e, string reason) =>
        new(id, "missed", e.Case, e.Type, e.Date, e.Term, e.Detail, e.Quote, Rule: null, Trap: null, reason);
}
