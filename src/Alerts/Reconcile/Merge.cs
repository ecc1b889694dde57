using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>What another sighting adds to a known event: evidence, a sharper date, an attribute that was missing.</summary>
public static class Merge
{
    /// <returns>The same instance when the sighting adds nothing.</returns>
    public static RecordedEvent Into(RecordedEvent known, CaseEvent sighting, double acceptFrom)
    {
        var evidence = known.Evidence.Any(e => e.Url == sighting.Evidence.Url && e.Quote == sighting.Evidence.Quote)
            ? known.Evidence
            : [.. known.Evidence, sighting.Evidence];
        var sharper = IsSharper(sighting, known);
        var confidence = Math.Max(known.Confidence, sighting.Confidence);
        var merged = known with
        {
            Evidence = evidence,
            Date = sharper ? sighting.Date : known.Date,
            DateBasis = sharper ? sighting.DateBasis : known.DateBasis,
            Term = known.Term ?? sighting.Term,
            Detail = known.Detail is null or "unspecified" ? sighting.Detail ?? known.Detail : known.Detail,
            Confidence = confidence,
            Standing = known.Standing == Standing.Pending && confidence >= acceptFrom ? Standing.Accepted : known.Standing,
        };
        return merged == known ? known : merged;
    }

    /// <summary>A date the text states beats one taken from publication; of two equally well known, the shorter range.</summary>
    private static bool IsSharper(CaseEvent sighting, RecordedEvent known)
    {
        if (sighting.Date is not { } date)
        {
            return false;
        }

        if (known.Date is not { } had)
        {
            return true;
        }

        var guessed = sighting.DateBasis == DateBasis.Published;
        var hadGuessed = known.DateBasis == DateBasis.Published;
        return guessed == hadGuessed ? date.Span < had.Span && had.Overlaps(date) : hadGuessed;
    }
}
