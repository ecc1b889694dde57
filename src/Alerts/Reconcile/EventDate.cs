using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>The date an event is placed by when it is ordered or held against others.</summary>
public static class EventDate
{
    /// <summary>Its own, else the publication date of what first told it, else the day it was first seen.</summary>
    public static PartialDate Placed(this RecordedEvent recorded) =>
        recorded.Date ?? PartialDate.Of(recorded.Evidence[0].SeenOn());

    /// <summary>The publication date, else the day of retrieval (UTC).</summary>
    public static DateOnly SeenOn(this Evidence evidence) => evidence.Published ?? DateOnly.FromDateTime(evidence.Seen.UtcDateTime);
}
