using Alerts.Cases;

namespace Alerts.Watch;

/// <summary>How a fetch ended. All but <see cref="Fetched"/> and <see cref="NotModified"/> are failures and never news.</summary>
public enum FetchOutcome
{
    Fetched,
    NotModified,
    NotFound,
    Forbidden,
    TooManyRequests,
    ClientError,
    ServerError,
    TimedOut,
    Unreachable,

    /// <summary>The address is not public, or the scheme or port is not allowed.</summary>
    RefusedAddress,

    /// <summary>The site's robots.txt does not let us read it (RFC 9309).</summary>
    DisallowedByRobots,

    /// <summary>Not asked now: the host wants a longer pause between requests, or asked to be left alone.</summary>
    Postponed,

    /// <summary>A page that asks for proof of being human stands in the place of the content.</summary>
    Challenged,

    /// <summary>The page is gone and the site leads to its front page in its stead.</summary>
    LedHome,
    TooManyRedirects,
    TooLarge,
    EmptyBody,
    UnsupportedType,
}

/// <summary>What came back for one URL.</summary>
public sealed record Fetched
{
    /// <summary>The URL asked for.</summary>
    public required Uri Url { get; init; }

    /// <summary>The URL that answered, after redirects.</summary>
    public required Uri FinalUrl { get; init; }

    public required FetchOutcome Outcome { get; init; }

    /// <summary>HTTP status; null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Response header fields, names in lower case, values joined by ", ".</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body after content decoding; empty unless the outcome is <see cref="FetchOutcome.Fetched"/>.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Lower case, without parameters: <c>text/html</c>.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset parameter of Content-Type, as given.</summary>
    public string? Charset { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    /// <summary>How long the server asks to be left alone (Retry-After), when it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How long the server says the answer holds (RFC 9111, section 4.2), when it says so.</summary>
    public TimeSpan? FreshFor => CacheLifetime.Of(Headers, RetrievedAt);

    public required DateTimeOffset RetrievedAt { get; init; }

    /// <summary>For a failure: a sentence for the operator, what is wrong and how to mend it.</summary>
    public string? Problem { get; init; }

    public bool Succeeded => Outcome is FetchOutcome.Fetched or FetchOutcome.NotModified;

    /// <summary>SHA-256 of the body: the snapshot's name.</summary>
    public string Digest => field ??= StableId.Digest(Body);
}
