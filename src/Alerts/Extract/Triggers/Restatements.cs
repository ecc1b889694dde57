using Alerts.Cases;
using Alerts.Extract.Time;

namespace Alerts.Extract.Triggers;

/// <summary>One event out of several tellings within one article.</summary>
internal static class Restatements
{
    private const int PublishedSlackDays = 10;

    /// <summary>Arrest, custody and remand of one case are told with the days between them.</summary>
    private const int CustodySlackDays = 3;

    public static List<Finding> Merge(List<Finding> findings)
    {
        findings = [.. LentDates.Lend(findings).Select((f, i) => f with { Order = i })];
        var kept = new List<Finding>();
        foreach (var told in findings.Where(f => !IsPartOfSentence(f, findings)).Select(f => WithVerdictDate(f, findings)).OrderBy(f => f.IsBackground))
        {
            var finding = WithSharedDate(told, findings, kept);
            var same = kept.FindIndex(k => IsSame(k, finding) && !Custody.Separates(k, finding, findings));
            if (same >= 0)
            {
                kept[same] = Join(kept[same], finding);
            }
            else
            {
                kept.Add(finding);
            }
        }

        return kept;
    }

    /// <summary>"He was sentenced together with Y": the date that is known of him is Y's too.</summary>
    private static Finding WithSharedDate(Finding finding, List<Finding> all, List<Finding> kept)
    {
        if (finding.Date is not null || all.Find(o => o != finding && o.Case.Id != finding.Case.Id && IsOneTelling(o, finding)) is not { } other)
        {
            return finding;
        }

        return kept.FindAll(k => k.Case.Id == other.Case.Id && k.Type == other.Type && k.Date is not null) is [var dated]
            ? finding with { Date = dated.Date, DateBasis = dated.DateBasis }
            : finding;
    }

    private static bool IsOneTelling(Finding one, Finding other) =>
        one.Passage == other.Passage && one.Sentence == other.Sentence && one.At == other.At && one.Type == other.Type;

    /// <summary>Guilty and a term in one verdict is the sentence only.</summary>
    private static bool IsPartOfSentence(Finding finding, List<Finding> all) =>
        finding.Type == CaseEventType.Convicted
        && all.Exists(o => o.Type == CaseEventType.Sentenced && (IsSameVerdict(finding, o) || IsDatedAlike(finding, o)));

    /// <summary>"Convicted in March" and, paragraphs later, "on 14 March ... to two years".</summary>
    private static bool IsDatedAlike(Finding guilt, Finding sentence) =>
        guilt.Case.Id == sentence.Case.Id && guilt.Date is { Month: not null } date && sentence.Date is { Month: not null } day && date.Overlaps(day);

    private static bool IsSameVerdict(Finding guilt, Finding sentence) =>
        guilt.Case.Id == sentence.Case.Id && guilt.Passage == sentence.Passage && ((sentence.Sentence.First >= guilt.Sentence.First && sentence.Sentence.First <= guilt.Sentence.End) || guilt.Sentence.First == sentence.Sentence.End)
        && (guilt.Date is null || sentence.Date is null || guilt.Date.Value.Overlaps(sentence.Date.Value));

    /// <summary>The term in one sentence, guilt and its date in the one before.</summary>
    private static Finding WithVerdictDate(Finding finding, List<Finding> all) =>
        finding is { Type: CaseEventType.Sentenced, Date: null } && all.Find(o => o.Type == CaseEventType.Convicted && o.Date is not null && IsSameVerdict(o, finding)) is { } guilt
            ? finding with { Date = guilt.Date, DateBasis = guilt.DateBasis }
            : finding;

    private static bool IsSame(Finding one, Finding other) =>
        one.Type == other.Type && one.Case.Id == other.Case.Id
        && Agree(one.Term, other.Term) && Agree(Specific(one.Detail), Specific(other.Detail)) && CanBeSameDay(one, other);

    private static bool CanBeSameDay(Finding one, Finding other)
    {
        if (one.Date is not { } date || other.Date is not { } day)
        {
            return !(one.IsNow || other.IsNow) || one.IsBackground || other.IsBackground || (one.Date is null && other.Date is null);
        }

        var guessed = one.DateBasis == DateBasis.Published || other.DateBasis == DateBasis.Published;
        return date.Overlaps(day, guessed ? PublishedSlackDays : one.Type == CaseEventType.Detained ? CustodySlackDays : 0);
    }

    private static Finding Join(Finding one, Finding other)
    {
        // The telling with the sharper date proves it; the body proves better than the title.
        var sharper = other.Date is { } date && (one.Date is not { } had || (one.DateBasis == DateBasis.Published && other.DateBasis != DateBasis.Published) || date.Span < had.Span);
        var better = one.IsMixed && !other.IsMixed && !other.Passage.IsTitle ? other : (sharper || one.Passage.IsTitle || (other.Confidence > one.Confidence + 0.1 && one.Date is null)) && !other.Passage.IsTitle ? other : one;
        var dated = sharper ? other : one;
        return better with
        {
            Date = dated.Date,
            DateBasis = dated.DateBasis,
            Term = one.Term ?? other.Term,
            Detail = Specific(one.Detail) ?? other.Detail,
            Factors = one.Confidence >= other.Confidence ? one.Factors : other.Factors,
        };
    }

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;

    private static string? Specific(string? detail) => detail is "unspecified" or "" ? null : detail;
}
