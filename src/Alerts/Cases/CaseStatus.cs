namespace Alerts.Cases;

/// <summary>Where a case stands. Which statuses a case may take depends on its <see cref="CaseKind"/>.</summary>
public enum CaseStatus
{
    /// <summary>Nothing is known yet.</summary>
    Unknown,
    Free,
    Wanted,
    Detained,
    OnTrial,
    Imprisoned,
    HouseArrest,
    ReleasedConditionally,
    Released,
    Disappeared,
    Exiled,
    Dead,
    Active,
    Denied,
    Designated,
    Suspended,
    Closed,
    Promised,
    Proposed,
    InForce,
    Amended,
    Repealed,
}
