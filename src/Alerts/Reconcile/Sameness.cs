using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Whether a sighting tells of an event that is known already.</summary>
public static class Sameness
{
    /// <summary>Articles report an undated event some days after it: dates taken from publication may be off by so much.</summary>
    public const int PublishedSlackDays = 10;

    /// <returns>The known event that the sighting is about, the one with the nearest date first; null for a new event.</returns>
    public static RecordedEvent? Find(IEnumerable<RecordedEvent> known, CaseEvent sighting) => known
        .Where(e => e.Standing != Standing.Retracted && IsSame(e, sighting))
        .MinBy(e => (Distance(e, sighting), e.Order));

    public static bool IsSame(RecordedEvent known, CaseEvent sighting) =>
        known.Type == sighting.Type
        && CanBeSameDay(known, sighting)
        && Agree(known.Term, sighting.Term)
        && Agree(Specific(known.Detail), Specific(sighting.Detail));

    private static bool CanBeSameDay(RecordedEvent known, CaseEvent sighting)
    {
        if (sighting.Date is not { } date)
        {
            // Background told without a date can be anything up to the day of the article.
            return known.Placed().Earliest.DayNumber <= sighting.Evidence.SeenOn().DayNumber + PublishedSlackDays;
        }

        var guessed = known.Date is null || known.DateBasis == DateBasis.Published || sighting.DateBasis == DateBasis.Published;
        return known.Placed().Overlaps(date, guessed ? PublishedSlackDays : 0);
    }

    private static int Distance(RecordedEvent known, CaseEvent sighting)
    {
        var day = sighting.Date?.Earliest ?? sighting.Evidence.SeenOn();
        return Math.Abs(known.Placed().Earliest.DayNumber - day.DayNumber);
    }

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;

    private static string? Specific(string? detail) => detail is "unspecified" or "" ? null : detail;
}
