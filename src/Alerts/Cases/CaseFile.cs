namespace Alerts.Cases;

/// <summary>A case with all that is kept about it.</summary>
public sealed record CaseFile
{
    public required Case Case { get; init; }

    public CaseState State { get; init; } = CaseState.Unknown;

    public IReadOnlyList<RecordedEvent> Events { get; init; } = [];

    /// <summary>The store's mark of this reading (an ETag); null for a case not stored yet.</summary>
    public string? Version { get; init; }
}
