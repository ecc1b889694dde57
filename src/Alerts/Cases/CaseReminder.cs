namespace Alerts.Cases;

/// <summary>What people are reminded of.</summary>
public enum ReminderKind
{
    /// <summary>A hearing is set for the next day, or for the days that begin with it.</summary>
    HearingTomorrow,

    /// <summary>A term ends within a month.</summary>
    ReleaseNear,

    /// <summary>A term ends today, or may end on any day from today on.</summary>
    ReleaseToday,

    /// <summary>A term has ended and no release is known.</summary>
    ReleasePassed,

    /// <summary>A promised law is due within a month.</summary>
    LawDueNear,

    /// <summary>A promised law was due and has not come.</summary>
    LawDuePassed,

    /// <summary>Nothing has been heard of a case for long.</summary>
    Quiet,
}

/// <summary>A date that a state leads one to expect, told when it is near, there or past. It is an expectation and no event.</summary>
public sealed record CaseReminder : CaseNews
{
    public required ReminderKind Kind { get; init; }

    /// <summary>The days that it is about; of a silence, the day of the last news.</summary>
    public required DateRange About { get; init; }

    /// <summary>What day it was where the case is.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The state that it follows from.</summary>
    public required CaseState State { get; init; }

    /// <summary>The events that it follows from, the first to happen first; none where the case's definition tells.</summary>
    public IReadOnlyList<RecordedEvent> Basis { get; init; } = [];
}
