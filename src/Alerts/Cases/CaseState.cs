namespace Alerts.Cases;

/// <summary>Where a case stands, folded from its accepted events; never edited by hand.</summary>
public sealed record CaseState
{
    public static readonly CaseState Unknown = new() { Status = CaseStatus.Unknown };

    public required CaseStatus Status { get; init; }

    public PartialDate? Since { get; init; }

    /// <summary>Id of the event that brought the status.</summary>
    public string? ByEvent { get; init; }

    /// <summary>What that event says of the status: <c>pardon</c>, <c>parole</c>, …</summary>
    public string? Detail { get; init; }

    /// <summary>The running sentence as an ISO 8601 duration, or a word such as <c>life</c>.</summary>
    public string? Sentence { get; init; }

    public DateRange? EndOfTerm { get; init; }

    /// <summary>Ids of the bans in force.</summary>
    public IReadOnlyList<string> Bans { get; init; } = [];

    public PartialDate? NextHearing { get; init; }
}

/// <summary>Days from the earliest to the latest possible one, both included.</summary>
public readonly record struct DateRange(DateOnly Earliest, DateOnly Latest);
