using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>The days that an event and its sightings are placed by when they are ordered or held against each other.</summary>
public static class EventDate
{
    /// <summary>Articles report an undated event some days after it: dates taken from publication may be off by so much.</summary>
    public const int PublishedSlackDays = 10;

    /// <summary>Its own, else the publication date of what first told it, else the day it was first seen.</summary>
    public static PartialDate Placed(this RecordedEvent recorded) => recorded.Date ?? PartialDate.Of(recorded.Proof.SeenOn());

    /// <summary>The publication date, else the day of retrieval (UTC).</summary>
    public static DateOnly SeenOn(this Evidence evidence) => evidence.Published ?? DateOnly.FromDateTime(evidence.Seen.UtcDateTime);

    /// <summary>The days on which it can have happened, as far as this article tells.</summary>
    public static Days Possible(this CaseEvent sighting)
    {
        var told = sighting.Evidence.SeenOn().DayNumber;
        if (sighting.Date is not { } date)
        {
            return new Days(DateOnly.MinValue.DayNumber, told + PublishedSlackDays);
        }

        var (from, to) = (date.Earliest.DayNumber, date.Latest.DayNumber);
        return sighting.DateBasis == DateBasis.Published
            ? new Days(from - PublishedSlackDays, to + PublishedSlackDays)
            : new Days(from, Vocabulary.MayLieAhead(sighting.Type) ? to : Math.Max(from, Math.Min(to, told + 1)));
    }
}

/// <summary>A run of days, both ends included, as day numbers.</summary>
public readonly record struct Days(int From, int To)
{
    public int Count => To - From + 1;

    public bool Overlap(Days other) => From <= other.To && other.From <= To;

    public Days Both(Days other) => new(Math.Max(From, other.From), Math.Min(To, other.To));
}
