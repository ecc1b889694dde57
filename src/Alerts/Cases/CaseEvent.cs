namespace Alerts.Cases;

/// <summary>One thing that one article says happened to one case.</summary>
public sealed record CaseEvent
{
    public required string CaseId { get; init; }

    public required CaseEventType Type { get; init; }

    public PartialDate? Date { get; init; }

    public DateBasis DateBasis { get; init; }

    /// <summary>ISO 8601 duration: <c>P5Y</c>, <c>P7Y6M</c>, <c>P15D</c>.</summary>
    public string? Term { get; init; }

    /// <summary>A word of the vocabulary: <c>parole</c>, <c>pardon</c>, <c>life</c>, <c>suspended</c>, …</summary>
    public string? Detail { get; init; }

    /// <summary>0..1: how sure the reading is.</summary>
    public required double Confidence { get; init; }

    /// <summary>What the confidence is made of, where that is known.</summary>
    public IReadOnlyList<ConfidenceFactor> Factors { get; init; } = [];

    /// <summary>Which rule fired, for people who ask why.</summary>
    public required string Rule { get; init; }

    public required Evidence Evidence { get; init; }

    /// <summary>Position among the events that the article tells, from 0: settles which of one day came first.</summary>
    public int Order { get; init; }
}
