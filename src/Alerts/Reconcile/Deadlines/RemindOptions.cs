using NodaTime;

namespace Alerts.Reconcile.Deadlines;

/// <summary>When people are reminded. Configuration section <c>Remind</c>.</summary>
public sealed class RemindOptions
{
    /// <summary>From this hour of the case's day on, 0 to 23.</summary>
    public int Hour { get; set; } = 8;

    /// <summary>IANA id, for cases that name no zone and whose country has several.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>After so many days without news a case is quiet; 0 for never.</summary>
    public int QuietDays { get; set; } = 180;

    internal DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];
}
