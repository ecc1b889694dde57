using Alerts.Cases;
using NodaTime;
using NodaTime.TimeZones;

namespace Alerts.Reconcile.Deadlines;

/// <summary>Where a case's days begin and end.</summary>
public static class CaseZone
{
    private static readonly ILookup<string, DateTimeZone> OfCountry = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .ToLookup(l => l.CountryCode, l => DateTimeZoneProviders.Tzdb[l.ZoneId]);

    public static IEnumerable<string> Ids => DateTimeZoneProviders.Tzdb.Ids;

    public static bool Exists(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    /// <summary>The case's own zone; else its country's, where all clocks of the country show the same time; else the one given.</summary>
    public static DateTimeZone Of(Case watched, Instant now, DateTimeZone other) =>
        (watched.TimeZone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null)
        ?? (watched.Country is { } country ? Common(OfCountry[country], now) : null)
        ?? other;

    private static DateTimeZone? Common(IEnumerable<DateTimeZone> zones, Instant now)
    {
        var all = zones.ToList();
        return all.Count > 0 && all.All(z => z.GetUtcOffset(now) == all[0].GetUtcOffset(now)) ? all[0] : null;
    }
}
