using System.Text.Json.Serialization;

namespace Alerts.Cases;

/// <summary>An event of a case as it is kept: worked out from every sighting of it, and from what a person decided.</summary>
public sealed record RecordedEvent
{
    /// <summary>Given when the event was first known, and kept whatever is learned of it.</summary>
    public required string Id { get; init; }

    public required CaseEventType Type { get; init; }

    public PartialDate? Date { get; init; }

    public DateBasis DateBasis { get; init; }

    public string? Term { get; init; }

    public string? Detail { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Why it waits, where it does.</summary>
    public Doubt? Doubt { get; init; }

    public required double Confidence { get; init; }

    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    /// <summary>Never empty; the clearest first, which is the proof shown to people.</summary>
    public required IReadOnlyList<CaseEvent> Sightings { get; init; }

    /// <summary>Id of the change that told people of it; null where nobody was told.</summary>
    public string? Told { get; init; }

    /// <summary>Id of the newest correction of what people were told; null where none was made.</summary>
    public string? Corrected { get; init; }

    /// <summary>What people decided about it, the last of which holds.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    [JsonIgnore]
    public Decision? Decision => Decisions.Count > 0 ? Decisions[^1] : null;

    [JsonIgnore]
    public Evidence Proof => Sightings[0].Evidence;

    [JsonIgnore]
    public CaseEvent FirstSighting => Sightings.MinBy(s => (s.Evidence.Seen, s.Order))!;

    [JsonIgnore]
    public DateTimeOffset FirstSeen => FirstSighting.Evidence.Seen;
}
