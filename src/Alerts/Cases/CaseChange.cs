namespace Alerts.Cases;

/// <summary>The transition that people are told about: a fresh event, and the state before and after it.</summary>
public sealed record CaseChange
{
    /// <summary>The same for the same case, event and revision, however often it is worked out.</summary>
    public required string Id { get; init; }

    public required string CaseId { get; init; }

    public required RecordedEvent Event { get; init; }

    public required CaseState Before { get; init; }

    public required CaseState After { get; init; }

    public required DateTimeOffset At { get; init; }
}
