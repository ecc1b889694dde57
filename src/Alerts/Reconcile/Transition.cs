using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Which status an event leads to.</summary>
public static class Transition
{
    public static CaseStatus After(CaseKind kind, CaseStatus now, RecordedEvent happened) => kind switch
    {
        CaseKind.Person => Person(now, happened.Type, happened.Detail),
        CaseKind.Organization => Organization(now, happened.Type, happened.Detail),
        _ => Law(now, happened.Type),
    };

    /// <summary>Whether it can have happened to a case that stood so: a release after death cannot. What has no date of its own can have happened before.</summary>
    public static bool IsPossible(CaseKind kind, CaseState before, RecordedEvent happened) => (kind, before.Status) switch
    {
        _ when happened.Date is null || happened.DateBasis == DateBasis.Published => true,
        (CaseKind.Person, CaseStatus.Dead) => !NeedsLife(happened.Type) || happened.Placed().Earliest <= before.Since!.Value.Latest,
        (CaseKind.Law, CaseStatus.Repealed) => happened.Type != CaseEventType.LawRepealed && happened.Type != CaseEventType.LawAmended,
        _ => true,
    };

    /// <summary>A verdict, a ban or a review may come after death, and has.</summary>
    private static bool NeedsLife(CaseEventType type) => type is CaseEventType.Detained or CaseEventType.Transferred or CaseEventType.Released
        or CaseEventType.Hospitalized or CaseEventType.HungerStrike or CaseEventType.Disappeared or CaseEventType.Exiled;

    private static CaseStatus Person(CaseStatus now, CaseEventType type, string? detail) => (type, detail) switch
    {
        _ when now == CaseStatus.Dead => CaseStatus.Dead,
        (CaseEventType.Died, _) => CaseStatus.Dead,
        (CaseEventType.Detained, _) => now == CaseStatus.Imprisoned ? now : CaseStatus.Detained,
        (CaseEventType.Charged or CaseEventType.Hearing or CaseEventType.Convicted, _) => InCustody(now) ? now : CaseStatus.OnTrial,
        (CaseEventType.Sentenced, "suspended" or "labour") => CaseStatus.ReleasedConditionally,
        (CaseEventType.Sentenced, "fine") => InCustody(now) ? now : CaseStatus.Free,
        (CaseEventType.Sentenced or CaseEventType.Transferred, "house-arrest") => CaseStatus.HouseArrest,
        (CaseEventType.Sentenced, _) => CaseStatus.Imprisoned,
        (CaseEventType.Acquitted, _) => CaseStatus.Free,
        (CaseEventType.Released, "parole" or "bail" or "conditional") => CaseStatus.ReleasedConditionally,
        (CaseEventType.Released, _) => CaseStatus.Released,
        (CaseEventType.Disappeared, _) => CaseStatus.Disappeared,
        (CaseEventType.Exiled, _) => CaseStatus.Exiled,
        _ => now,
    };

    private static bool InCustody(CaseStatus now) => now is CaseStatus.Detained or CaseStatus.Imprisoned or CaseStatus.HouseArrest;

    private static CaseStatus Organization(CaseStatus now, CaseEventType type, string? detail) => (type, detail) switch
    {
        (CaseEventType.OrgClosed, "suspended") => CaseStatus.Suspended,
        (CaseEventType.OrgClosed, _) => CaseStatus.Closed,
        (CaseEventType.OrgDenied, _) => CaseStatus.Denied,
        (CaseEventType.OrgDesignated, _) => CaseStatus.Designated,
        (CaseEventType.OrgRestored, _) => CaseStatus.Active,
        _ => now,
    };

    /// <summary>A bill about a law in force (its amendment) does not put the law itself out of force.</summary>
    private static CaseStatus Law(CaseStatus now, CaseEventType type) => type switch
    {
        CaseEventType.LawProposed => now is CaseStatus.InForce or CaseStatus.Amended ? now : CaseStatus.Proposed,
        CaseEventType.LawAdopted => CaseStatus.InForce,
        CaseEventType.LawAmended => CaseStatus.Amended,
        CaseEventType.LawRepealed => CaseStatus.Repealed,
        _ => now,
    };
}
