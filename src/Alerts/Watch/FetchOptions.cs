namespace Alerts.Watch;

/// <summary>How sources are fetched. Configuration section <c>Fetch</c>.</summary>
public sealed class FetchOptions
{
    public const int MaxRedirects = 10;

    /// <summary>How we are called in a robots.txt.</summary>
    public const string ProductToken = "Alerts";

    /// <summary>Who runs this, for the people whose site is watched: a URL or mail address, told in the User-Agent field.</summary>
    public string? Contact { get; set; }

    /// <summary>For the whole fetch, redirects included.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For an answer to begin, and for each piece of its body.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Bytes of a body after decompression.</summary>
    public int MaxBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Between the end of one request to a host and the beginning of the next; a longer Crawl-delay of its robots.txt goes before.</summary>
    public TimeSpan Spacing { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>So long is waited for a host to be free; one that wants to be left alone longer is put off to another check.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The User-Agent field: a name, a version, and where to complain.</summary>
    public string UserAgent => Contact is { Length: > 0 } contact ? $"{Product} (+{contact})" : Product;

    private static string Product { get; } = $"{ProductToken}/{typeof(FetchOptions).Assembly.GetName().Version?.ToString(2) ?? "0.0"}";
}
