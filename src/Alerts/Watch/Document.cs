namespace Alerts.Watch;

/// <summary>One article of a source as it was last read.</summary>
public sealed record Document
{
    private const int ChecksPerAge = 4;
    private static readonly TimeSpan SoonestAgain = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LatestAgain = TimeSpan.FromDays(14);

    public required string SourceId { get; init; }

    public required Uri Url { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    /// <summary>Digest of the article's text; null while it could not be read.</summary>
    public string? ContentHash { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When it was last asked for.</summary>
    public DateTimeOffset LastChecked { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>The newest snapshot's digest.</summary>
    public string? Digest { get; init; }

    /// <summary>That of the snapshot before it; null while the article never changed.</summary>
    public string? PreviousDigest { get; init; }

    /// <summary>Articles are corrected in their first days: a young one is looked at again soon, an old one seldom.</summary>
    public bool IsDue(DateTimeOffset now)
    {
        var wait = (now - FirstSeen) / ChecksPerAge;
        return now - LastChecked >= (wait < SoonestAgain ? SoonestAgain : wait > LatestAgain ? LatestAgain : wait);
    }
}

/// <summary>Where the articles already seen are kept.</summary>
public interface IDocumentStore
{
    /// <summary>Those of one source.</summary>
    IAsyncEnumerable<Document> ListAsync(string sourceId, CancellationToken cancellation);

    /// <summary>Saves documents of one source.</summary>
    Task SaveAsync(string sourceId, IReadOnlyCollection<Document> documents, CancellationToken cancellation);
}
