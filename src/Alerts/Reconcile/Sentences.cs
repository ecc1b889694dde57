using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>The running sentences within a state.</summary>
internal static class Sentences
{
    /// <summary>A sentence passed on someone who is serving one runs after it; on anybody else it is the only one.</summary>
    public static CaseState Pass(CaseState before, CaseState after, RecordedEvent passed)
    {
        if (passed.Detail == "fine" || (passed.Term ?? passed.Detail) is not { } length)
        {
            return after;
        }

        var running = new RunningSentence(passed.Id, length);
        return before is { Status: CaseStatus.Imprisoned, Sentences.Count: > 0 } && passed.Detail is not "suspended"
            ? Reckon(after with { Sentences = [.. before.Sentences, running] })
            : Reckon(after with { Sentences = [running], TermFrom = CountsFrom(before, passed, length) });
    }

    /// <summary>The changed length takes the place of the last sentence passed.</summary>
    public static CaseState Change(CaseState before, CaseState after, RecordedEvent changed)
    {
        if ((changed.Term ?? changed.Detail) is not { } length)
        {
            return after;
        }

        return Reckon(after with
        {
            Sentences = [.. before.Sentences.SkipLast(1), new RunningSentence(changed.Id, length)],
            TermFrom = before.TermFrom ?? CountsFrom(before, changed, length),
        });
    }

    public static CaseState End(CaseState state) => state with { Sentences = [], Sentence = null, TermFrom = null, EndOfTerm = null };

    /// <summary>Adds up what runs. Out of custody nothing ends with a release, and where one length is a word there is no end.</summary>
    public static CaseState Reckon(CaseState state)
    {
        var terms = state.Sentences.Select(s => Term.TryParse(s.Length, out var term) ? term : (Term?)null).ToList();
        var total = terms.Aggregate((Term?)default(Term), (sum, term) => sum is { } so && term is { } more ? so.Plus(more) : null);
        var serving = state.Status is CaseStatus.Imprisoned or CaseStatus.HouseArrest;
        return state with
        {
            Sentence = total is { } known && known != default ? known.ToString() : state.Sentences.LastOrDefault(s => !Term.TryParse(s.Length, out _))?.Length,
            EndOfTerm = serving && total is { } length && length != default && state.TermFrom is { } from
                ? new DateRange(length.From(from.Earliest), length.From(from.Latest))
                : null,
        };
    }

    /// <summary>Time in custody counts, where the detention that led to the sentence is known; one that would use the whole term up was another.</summary>
    private static PartialDate? CountsFrom(CaseState before, RecordedEvent passed, string length) =>
        before is { Status: CaseStatus.Detained, Since: { } detained } && passed.Date is { } day
            && Term.TryParse(length, out var term) && term.From(detained.Latest) > day.Earliest
            ? detained
            : passed.Date;
}
