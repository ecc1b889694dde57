namespace Alerts.Cases;

/// <summary>One of the numbers whose product is a confidence: how sure the name, the role, the wording is.</summary>
/// <param name="Name"><c>name</c>, <c>role</c>, <c>wording</c> or <c>hearsay</c>.</param>
/// <param name="Value">0..1.</param>
public sealed record ConfidenceFactor(string Name, double Value);
