using System.Collections.Frozen;
using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text.RegularExpressions;

namespace Alerts.Read.Listings;

/// <summary>Dates of feeds: RFC 3339, RFC 822 with its named zones, and near misses.</summary>
internal static partial class FeedDate
{
    /// <summary>RFC 822, section 5.1, and Moscow.</summary>
    private static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>
    {
        ["UT"] = "+00:00",
        ["UTC"] = "+00:00",
        ["GMT"] = "+00:00",
        ["Z"] = "+00:00",
        ["EST"] = "-05:00",
        ["EDT"] = "-04:00",
        ["CST"] = "-06:00",
        ["CDT"] = "-05:00",
        ["MST"] = "-07:00",
        ["MDT"] = "-06:00",
        ["PST"] = "-08:00",
        ["PDT"] = "-07:00",
        ["MSK"] = "+03:00",
    }.ToFrozenDictionary();

    /// <summary>Never fails, so that one bad date does not cost the feed: what cannot be read is no date.</summary>
    public static bool Parse(XmlDateTimeData data, out DateTimeOffset date)
    {
        date = Parse(data.DateTimeString) ?? default;
        return true;
    }

    /// <returns>The day, UTC; null where the text is no date.</returns>
    public static DateOnly? Of(string? text) => text is not null && Parse(text) is { } time ? DateOnly.FromDateTime(time.UtcDateTime) : null;

    public static DateTimeOffset? Parse(string text)
    {
        // The name of the day adds nothing, and a wrong one would spoil the rest.
        var bare = WeekDay().Replace(text.Trim(), "");
        var zoned = Zone().Replace(bare, m => Zones.TryGetValue(m.Groups[1].Value.ToUpperInvariant(), out var offset) ? " " + offset : m.Value);
        return DateTimeOffset.TryParse(zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
    }

    [GeneratedRegex(@"^\p{L}+\.?,\s*", RegexOptions.CultureInvariant)]
    private static partial Regex WeekDay();

    [GeneratedRegex(@"\s([A-Za-z]{1,4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
