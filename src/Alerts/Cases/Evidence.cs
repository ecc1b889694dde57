namespace Alerts.Cases;

/// <summary>The sentence that proves an event, and where it stood.</summary>
public sealed record Evidence
{
    /// <summary>The words of the source, as they stood.</summary>
    public required string Quote { get; init; }

    public required Uri Url { get; init; }

    public string? SourceId { get; init; }

    /// <summary>SHA-256 of the bytes received, lower-case hex: names the snapshot that holds the quote.</summary>
    public string? Digest { get; init; }

    public DateOnly? Published { get; init; }

    public required DateTimeOffset Seen { get; init; }

    /// <summary>The sentence stood in the version before as well: the article is new, and this in it is not.</summary>
    public bool StoodBefore { get; init; }
}
