using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>How what sightings say of an event's attributes goes together.</summary>
public static class Claims
{
    /// <summary>Two lengths further apart than this are two sentences, not one told wrongly.</summary>
    private const double MostApart = 2.5;

    public static string? Specific(string? detail) => detail is "unspecified" or "" ? null : detail;

    public static bool Contradict(string? one, string? other) => one is not null && other is not null && one != other;

    /// <summary>Whether two contradicting tellings can be meant for one event: "five years" and "six years", and not "15 days" and "five years".</summary>
    public static bool AreComparable(CaseEventType type, string? term, string? other) =>
        !Contradict(term, other)
            ? type is CaseEventType.Sentenced or CaseEventType.SentenceChanged or CaseEventType.Released
            : Term.TryParse(term, out var one) && Term.TryParse(other, out var two)
                && Math.Max(one.Length, two.Length) <= MostApart * Math.Min(one.Length, two.Length);

    /// <summary>Happens again within days, so that two dates are two events. A sentence told of the 16th and of the 17th is one.</summary>
    public static bool Recurs(CaseEventType type) => type is CaseEventType.Detained or CaseEventType.Charged or CaseEventType.Hearing
        or CaseEventType.Fined or CaseEventType.Transferred or CaseEventType.Hospitalized or CaseEventType.HungerStrike
        or CaseEventType.IllTreated or CaseEventType.Review or CaseEventType.Banned;

    /// <summary>Happens once in a life: whatever contradicts it is about the same event.</summary>
    public static bool IsOnce(CaseEventType type) => type == CaseEventType.Died;
}
