namespace Alerts.Cases;

/// <summary>An event of a case as it is kept: merged from every sighting of it.</summary>
public sealed record RecordedEvent
{
    public required string Id { get; init; }

    public required CaseEventType Type { get; init; }

    public PartialDate? Date { get; init; }

    public DateBasis DateBasis { get; init; }

    public string? Term { get; init; }

    public string? Detail { get; init; }

    public required Standing Standing { get; init; }

    public required double Confidence { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>Position among the case's events by first sight, from 0: settles the order of events of one article.</summary>
    public required int Order { get; init; }

    /// <summary>Never empty; the first is the sighting that made the event known.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }
}
