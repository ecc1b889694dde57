using Alerts.Cases;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Triggers;

/// <summary>Which kinds of case an event of a type can happen to, unless the pack says otherwise.</summary>
internal static class EventKinds
{
    private static readonly NounKind[] Persons = [NounKind.Person];
    private static readonly NounKind[] Organizations = [NounKind.Organization];
    private static readonly NounKind[] PersonsAndOrganizations = [NounKind.Person, NounKind.Organization];
    private static readonly NounKind[] Laws = [NounKind.Law];

    /// <summary>The decision is the act: nobody has to go and do it.</summary>
    public static bool IsDoneByWord(CaseEventType type) => type is CaseEventType.OrgClosed or CaseEventType.OrgDesignated or CaseEventType.OrgRestored or CaseEventType.OrgDenied;

    public static IReadOnlyList<NounKind> Of(Trigger trigger) => trigger.Kinds.Count > 0
        ? [.. trigger.Kinds.Select(k => (NounKind)((int)k + 1))]
        : trigger.Type switch
        {
            CaseEventType.OrgClosed or CaseEventType.OrgDenied or CaseEventType.OrgDesignated or CaseEventType.OrgRestored => Organizations,
            CaseEventType.LawProposed or CaseEventType.LawAdopted or CaseEventType.LawAmended or CaseEventType.LawRepealed => Laws,
            CaseEventType.Review => [NounKind.Person, NounKind.Organization, NounKind.Law],
            CaseEventType.Charged => PersonsAndOrganizations,
            _ => Persons,
        };
}
