namespace Alerts.Cases;

/// <summary>What sources contradict each other in: <c>date</c>, <c>term</c> or <c>detail</c>.</summary>
/// <param name="Attribute">The attribute's name.</param>
/// <param name="Values">All that was said of it, first the one that is kept: what most sources say.</param>
public sealed record Dispute(string Attribute, IReadOnlyList<DisputedValue> Values);

/// <param name="Value">As it stands in text: <c>P5Y</c>, <c>2019-10-16</c>, <c>parole</c>.</param>
/// <param name="Sources">How many sources say so that do not repeat each other.</param>
public sealed record DisputedValue(string Value, int Sources);
