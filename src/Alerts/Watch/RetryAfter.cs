using System.Globalization;

namespace Alerts.Watch;

/// <summary>The Retry-After field, RFC 9110 section 10.2.3: seconds or an HTTP date.</summary>
public static class RetryAfter
{
    /// <summary>A longer wish is cut to this, so that no slip of a server silences a source for good.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <returns>How long to wait; null when the field is missing or cannot be read.</returns>
    public static TimeSpan? Parse(string? field, DateTimeOffset now)
    {
        if (double.TryParse(field, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var seconds))
        {
            return Bounded(TimeSpan.FromSeconds(Math.Min(seconds, Longest.TotalSeconds)));
        }

        return DateTimeOffset.TryParse(field, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? Bounded(date - now)
            : null;
    }

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
