using NodaTime;

namespace Alerts.Reconcile.Deadlines;

/// <summary>The day that it is in a zone at some instant, and its clock.</summary>
public readonly record struct LocalDay
{
    private readonly ZonedDateTime now;

    public LocalDay(Instant now, DateTimeZone zone) => this.now = now.InZone(zone);

    public DateOnly Date => now.Date.ToDateOnly();

    public int Hour => now.Hour;

    /// <summary>The next day that there is: Samoa had no 30 December 2011.</summary>
    public DateOnly Tomorrow => Existing(Date.AddDays(1));

    /// <summary>The day itself, or where the zone left it out the one that came in its place.</summary>
    public DateOnly Existing(DateOnly day) =>
        day.Year > 9998 ? day : LocalDate.FromDateOnly(day).AtMidnight().InZoneLeniently(now.Zone).Date.ToDateOnly();

    /// <returns>The day of an instant in this zone; the first of all days for none.</returns>
    public DateOnly Of(DateTimeOffset? instant) =>
        instant is { } at ? Instant.FromDateTimeOffset(at).InZone(now.Zone).Date.ToDateOnly() : DateOnly.MinValue;
}
