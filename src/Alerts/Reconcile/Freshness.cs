using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Whether an event is news or history found late.</summary>
public static class Freshness
{
    /// <param name="recorded">The event, with the evidence that made it known.</param>
    /// <param name="windowDays">How far its date may lie from publication or first sight.</param>
    public static bool IsFresh(RecordedEvent recorded, int windowDays)
    {
        if (recorded.Date is not { } date)
        {
            return true;
        }

        // A month may count by its last day; a date vaguer than the window ("2017") proves no freshness and counts by its first.
        var day = date.Span > windowDays ? date.Earliest : date.Latest;
        var evidence = recorded.Evidence[0];
        var seen = DateOnly.FromDateTime(evidence.Seen.UtcDateTime);
        return day.DayNumber >= seen.DayNumber - windowDays
            || (evidence.Published is { } published && day.DayNumber >= published.DayNumber - windowDays);
    }
}
