using Alerts.Cases;

namespace Alerts.Extract.Triggers;

/// <summary>Who is arrested again was released before: two undated tellings are two events when the story tells the other between them.</summary>
internal static class Custody
{
    /// <summary>"Arrested in 2009 and released. Arrested again in 2016, he was released in 2018": two releases.</summary>
    public static bool Separates(Finding one, Finding other, List<Finding> told)
    {
        var (first, second) = one.Order < other.Order ? (one, other) : (other, one);
        if ((first.Date is not null && second.Date is not null) || Opposite(first.Type) is not { } opposite)
        {
            return false;
        }

        // "Released in March, six years after he was arrested": one sentence tells the arrest it knows of.
        var turns = told.FindAll(f => f.Case.Id == first.Case.Id && f.Type == opposite && f.Date is not null && (first.Type == CaseEventType.Released || f.Passage != second.Passage || f.Sentence != second.Sentence));
        var since = first.Date ?? turns.FindLast(t => t.Order < first.Order)?.Date;
        return since is { } start && turns.Exists(t => t.Order > first.Order && t.Order < second.Order && t.Date!.Value.Earliest > start.Latest
            && (second.Date is not { } end || end.Latest >= t.Date.Value.Earliest));
    }

    private static CaseEventType? Opposite(CaseEventType type) => type switch
    {
        CaseEventType.Released => CaseEventType.Detained,
        CaseEventType.Detained => CaseEventType.Released,
        _ => null,
    };
}
