using Alerts.Cases;

namespace Alerts.Extract;

/// <summary>What one article says about the watched cases, and what was considered and turned down.</summary>
public sealed record Extraction(IReadOnlyList<CaseEvent> Events, IReadOnlyList<TurnedDown> TurnedDown)
{
    /// <summary>Where asked for, each sentence as it was cut: <c>[Ada Kirsch = ada-kirsch] {was released: passive} in ⟨May 2020⟩</c>.</summary>
    public IReadOnlyList<string> Sentences { get; init; } = [];
}

/// <summary>A candidate that made no event.</summary>
/// <param name="CaseId">The case it might have been about; null when nobody watched was meant.</param>
/// <param name="Type">The event the words would have made.</param>
/// <param name="Trigger">The words that set it off.</param>
/// <param name="Quote">The sentence.</param>
/// <param name="Reason">A word: <c>demand</c>, <c>negation</c>, <c>plan</c>, <c>condition</c>, <c>risk</c>, <c>question</c>, <c>other-person</c>, <c>ambiguous</c>, …</param>
public sealed record TurnedDown(string? CaseId, CaseEventType Type, string Trigger, string Quote, string Reason);
