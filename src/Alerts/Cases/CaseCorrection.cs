namespace Alerts.Cases;

/// <summary>Why an event that people were told of is told of again.</summary>
public enum CorrectionKind
{
    /// <summary>It was taken back.</summary>
    Retracted,

    /// <summary>It happened otherwise than told.</summary>
    Amended,

    /// <summary>It was taken back, and that was the mistake.</summary>
    Reinstated,
}

/// <summary>What everyone who was alerted to an event is told when a person has corrected it.</summary>
public sealed record CaseCorrection : CaseNews
{
    public required CorrectionKind Kind { get; init; }

    /// <summary>Id of the change that told of the event first.</summary>
    public required string Corrects { get; init; }

    /// <summary>When that was.</summary>
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>The event as it was last told.</summary>
    public required RecordedEvent Was { get; init; }

    /// <summary>The event as it stands now.</summary>
    public required RecordedEvent Event { get; init; }

    public required CaseState Before { get; init; }

    public required CaseState After { get; init; }

    /// <summary>The corrector's own words for those who were alerted.</summary>
    public string? Note { get; init; }
}
