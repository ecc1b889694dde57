using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Whether an event is news or history found late.</summary>
public static class Freshness
{
    /// <summary>
    /// An event is news when it happened shortly before it was first seen, or shortly before an article that was itself new then.
    /// What an archive tells of its own time is history, and so is an undated event in it; and what stood on the page before it changed.
    /// </summary>
    /// <param name="recorded">The event, first the sighting that made it known.</param>
    /// <param name="windowDays">How long is shortly.</param>
    public static bool IsFresh(RecordedEvent recorded, int windowDays)
    {
        var evidence = recorded.Proof;
        if (evidence.StoodBefore)
        {
            return false;
        }

        var seen = DateOnly.FromDateTime(evidence.Seen.UtcDateTime);
        var published = evidence.Published ?? seen;
        var newThen = Within(published, seen, windowDays);
        if (recorded.Date is not { } date)
        {
            return newThen;
        }

        // A month may count by its last day; a date vaguer than the window ("2017") proves no freshness and counts by its first.
        var day = date.Span > windowDays ? date.Earliest : date.Latest;
        return Within(day, seen, windowDays) || (newThen && Within(day, published, windowDays));
    }

    private static bool Within(DateOnly day, DateOnly reference, int windowDays) => day.DayNumber >= reference.DayNumber - windowDays;
}
