using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>
/// The order in which sightings are held against each other: the clearest first. It is a total order over what they say and where, so that
/// whatever is worked out in it does not depend on which article was read first.
/// </summary>
public sealed class SightingOrder : IComparer<CaseEvent>
{
    public static readonly SightingOrder Clearest = new();

    public int Compare(CaseEvent? x, CaseEvent? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byClarity = Clarity(x).CompareTo(Clarity(y));
        return byClarity != 0 ? byClarity
            : Of(string.CompareOrdinal(x.Term, y.Term))
            ?? Of(string.CompareOrdinal(x.Detail, y.Detail))
            ?? Of(x.Evidence.Seen.CompareTo(y.Evidence.Seen))
            ?? Of(x.Order.CompareTo(y.Order))
            ?? Of(string.CompareOrdinal(x.Evidence.Url.AbsoluteUri, y.Evidence.Url.AbsoluteUri))
            ?? string.CompareOrdinal(x.Evidence.Quote, y.Evidence.Quote);
    }

    private static (int Vagueness, int From, int Left, DateOnly Told) Clarity(CaseEvent sighting)
    {
        var vagueness = sighting.Date is null ? int.MaxValue : sighting.DateBasis == DateBasis.Published ? (2 * EventDate.PublishedSlackDays) + 1 : sighting.Date.Value.Span;
        var left = (sighting.Term is null ? 1 : 0) + (Claims.Specific(sighting.Detail) is null ? 1 : 0);
        return (vagueness, sighting.Date?.Earliest.DayNumber ?? 0, left, sighting.Evidence.SeenOn());
    }

    private static int? Of(int order) => order == 0 ? null : order;
}
