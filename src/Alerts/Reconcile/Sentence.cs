using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>The running sentence within a state.</summary>
internal static class Sentence
{
    public static CaseState Begin(CaseState state, RecordedEvent passed)
    {
        if (passed.Term is null && passed.Detail is null)
        {
            return state;
        }

        var end = Term.TryParse(passed.Term, out var term) && passed.Date is { } date
            ? new DateRange(term.From(date.Earliest), term.From(date.Latest))
            : (DateRange?)null;
        return state with { Sentence = passed.Term ?? passed.Detail, EndOfTerm = end };
    }

    public static CaseState End(CaseState state) => state with { Sentence = null, EndOfTerm = null };
}
