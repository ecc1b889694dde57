using Alerts.Cases;

namespace Alerts.Notify;

/// <summary>What is told: a change, with the case it happened to.</summary>
public sealed record Alert(Case Case, CaseChange Change);
