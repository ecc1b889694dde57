namespace Alerts.Cases;

/// <summary>What kind of thing a case is: someone, a body, or a text of law.</summary>
public enum CaseKind
{
    Person,
    Organization,
    Law,
}
