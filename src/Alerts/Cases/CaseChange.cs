namespace Alerts.Cases;

/// <summary>The transition that people are told about: a fresh event, and the state before and after it.</summary>
public sealed record CaseChange : CaseNews
{
    /// <summary>With the sightings that made it news, the clearest first.</summary>
    public required RecordedEvent Event { get; init; }

    public required CaseState Before { get; init; }

    public required CaseState After { get; init; }
}
