namespace Alerts.Watch;

/// <summary>One article of a source as it was last read.</summary>
public sealed record Document
{
    public required string SourceId { get; init; }

    public required Uri Url { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    /// <summary>Digest of the article's text.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>The newest snapshot's digest.</summary>
    public string? Digest { get; init; }
}

/// <summary>Where the articles already seen are kept.</summary>
public interface IDocumentStore
{
    Task<Document?> FindAsync(string sourceId, Uri url, CancellationToken cancellation);

    Task SaveAsync(Document document, CancellationToken cancellation);
}
