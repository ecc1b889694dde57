using System.Text.Json.Serialization;

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

    /// <summary>The running sentences, the first passed first.</summary>
    public IReadOnlyList<RunningSentence> Sentences { get; init; } = [];

    /// <summary>The running sentences added up, as an ISO 8601 duration or a word such as <c>life</c>.</summary>
    public string? Sentence { get; init; }

    /// <summary>From when the term counts: the detention that led to it, where that is known.</summary>
    public PartialDate? TermFrom { get; init; }

    /// <summary>When the term ends; null out of custody, and where no length or no date is known.</summary>
    public DateRange? EndOfTerm { get; init; }

    /// <summary>Bans not lifted, the first pronounced first; one with an end may have run out.</summary>
    public IReadOnlyList<Ban> Bans { get; init; } = [];

    /// <summary>Hearings that lay ahead when the case was last told of, the next first.</summary>
    public IReadOnlyList<PartialDate> Hearings { get; init; } = [];

    /// <summary>When the newest of the events was first seen.</summary>
    public DateTimeOffset? LastNews { get; init; }

    [JsonIgnore]
    public PartialDate? NextHearing => Hearings.Count > 0 ? Hearings[0] : null;

    public IEnumerable<Ban> BansOn(DateOnly day) => Bans.Where(b => b.Until is not { } until || until.Latest >= day);

    public PartialDate? HearingFrom(DateOnly day) => Hearings.Where(h => h.Latest >= day).Cast<PartialDate?>().FirstOrDefault();
}

/// <param name="Event">Id of the event that passed or last changed it.</param>
/// <param name="Length">ISO 8601 duration, or a word such as <c>life</c>.</param>
public sealed record RunningSentence(string Event, string Length);

/// <param name="Event">Id of the event that pronounced it.</param>
/// <param name="Until">When it runs out; null where it has no end or the source names none.</param>
public sealed record Ban(string Event, DateRange? Until = null);

/// <summary>Days from the earliest to the latest possible one, both included.</summary>
public readonly record struct DateRange(DateOnly Earliest, DateOnly Latest);
