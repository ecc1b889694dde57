using Alerts.Cases;

namespace Alerts.Extract;

/// <summary>What one article says about the watched cases, and what was considered and turned down.</summary>
public sealed record Extraction(IReadOnlyList<CaseEvent> Events, IReadOnlyList<TurnedDown> TurnedDown);

/// <summary>A candidate that made no event.</summary>
/// <param name="CaseId">The case it might have been about; null when nobody watched was meant.</param>
/// <param name="Type">The event the words would have made.</param>
/// <param name="Trigger">The words that set it off.</param>
/// <param name="Quote">The sentence.</param>
/// <param name="Reason">A word: <c>demand</c>, <c>negation</c>, <c>plan</c>, <c>condition</c>, <c>risk</c>, <c>question</c>, <c>other-person</c>, <c>ambiguous</c>, …</param>
public sealed record TurnedDown(string? CaseId, CaseEventType Type, string Trigger, string Quote, string Reason);
