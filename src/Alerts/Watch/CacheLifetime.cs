using System.Globalization;
using System.Net.Http.Headers;

namespace Alerts.Watch;

/// <summary>The freshness lifetime of an answer that is left, RFC 9111 section 4.2: <c>max-age</c> less <c>Age</c>, else <c>Expires</c> less <c>Date</c>.</summary>
internal static class CacheLifetime
{
    /// <param name="headers">Names in lower case.</param>
    /// <param name="retrieved">When the answer came, in the place of a missing Date.</param>
    /// <returns>null where nothing is said, or that it must not be kept.</returns>
    public static TimeSpan? Of(IReadOnlyDictionary<string, string> headers, DateTimeOffset retrieved)
    {
        _ = CacheControlHeaderValue.TryParse(headers.GetValueOrDefault("cache-control"), out var control);
        if (control is { NoCache: true } or { NoStore: true })
        {
            return null;
        }

        var age = double.TryParse(headers.GetValueOrDefault("age"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Min(seconds, int.MaxValue) : 0;
        var lifetime = control?.MaxAge - TimeSpan.FromSeconds(age)
            ?? Date(headers.GetValueOrDefault("expires")) - (Date(headers.GetValueOrDefault("date")) ?? retrieved);
        return lifetime > TimeSpan.Zero ? lifetime : null;
    }

    private static DateTimeOffset? Date(string? field) =>
        DateTimeOffset.TryParse(field, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
