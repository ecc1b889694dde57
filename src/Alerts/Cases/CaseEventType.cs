namespace Alerts.Cases;

/// <summary>What can happen to a case. The words in text are the kebab-case forms: <c>ban-lifted</c>, <c>org-closed</c>.</summary>
public enum CaseEventType
{
    Detained,
    Charged,
    Hearing,
    Convicted,
    Sentenced,
    Acquitted,
    AppealRejected,
    SentenceChanged,
    Transferred,
    Released,
    Fined,
    Banned,
    BanLifted,
    Hospitalized,
    HungerStrike,
    IllTreated,
    Disappeared,
    Died,
    Exiled,
    OrgClosed,
    OrgDenied,
    OrgDesignated,
    OrgRestored,
    LawProposed,
    LawAdopted,
    LawAmended,
    LawRepealed,
    Review,
}
