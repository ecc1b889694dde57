using Alerts.Cases;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Time;

/// <summary>The date that an event told without one has in common with an event told before: one court, one day.</summary>
internal static class LentDates
{
    /// <summary>Sentences from one verdict on a person to the rest of it.</summary>
    private const int OneVerdict = 2;

    /// <summary>Sentences within which "in the same case" finds its case.</summary>
    private const int OneCase = 15;

    public static List<Finding> Lend(List<Finding> findings)
    {
        var told = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            told.Add(finding is { Date: null, IsBackground: false, IsNow: false } && Lender(finding, told) is { } lender ? finding with { Date = lender.Date, DateBasis = DateBasis.Relative } : finding);
        }

        return told;
    }

    private static Finding? Lender(Finding finding, List<Finding> told) =>
        OfOneVerdict(finding, told) ?? (finding.IsJoint ? told.FindLast(o => IsOther(o, finding, OneCase) && AreOneKind(o.Type, finding.Type)) : null) ?? OfOneCourt(finding, told);

    /// <summary>"On 3 May she was convicted. The judge gave her two years and fined her".</summary>
    private static Finding? OfOneVerdict(Finding finding, List<Finding> told) =>
        IsVerdict(finding.Type) || finding.Type == CaseEventType.Banned
            ? told.FindLast(o => o.Date is not null && o.Case.Id == finding.Case.Id && finding.Line - o.Line <= OneVerdict && (IsVerdict(o.Type) || o.Type is CaseEventType.Banned or CaseEventType.Hearing))
            : null;

    /// <summary>"On 3 May the court acquitted A. B was sentenced to a year".</summary>
    private static Finding? OfOneCourt(Finding finding, List<Finding> told) =>
        IsVerdict(finding.Type) && !finding.IsPluperfect ? told.FindLast(o => IsOther(o, finding, 1) && o.Passage == finding.Passage && o.Date?.Day is not null && IsVerdict(o.Type)) : null;

    private static bool IsOther(Finding other, Finding finding, int reach) => other.Date is not null && other.Case.Id != finding.Case.Id && finding.Line - other.Line <= reach;

    private static bool AreOneKind(CaseEventType one, CaseEventType other) => one == other || (IsInCourt(one) && IsInCourt(other));

    private static bool IsInCourt(CaseEventType type) => IsVerdict(type) || type == CaseEventType.Hearing;

    private static bool IsVerdict(CaseEventType type) => type is CaseEventType.Convicted or CaseEventType.Sentenced or CaseEventType.Fined or CaseEventType.Acquitted;
}
