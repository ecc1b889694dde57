using Alerts.Cases;
using NodaTime;

namespace Alerts.Reconcile.Deadlines;

/// <summary>A reminder that is due.</summary>
/// <param name="Kind">What of.</param>
/// <param name="About">The days that it is about.</param>
public readonly record struct DueReminder(ReminderKind Kind, DateRange About)
{
    /// <summary>Another date is another reminder; the same one is sent once.</summary>
    public string IdFor(string caseId) => StableId.Of(caseId, Word.Of(Kind), $"{About.Earliest:O}", $"{About.Latest:O}");
}

/// <summary>
/// What people are to be reminded of, as a case stands. Pure: it follows from the state alone, so that whatever changes the state changes it.
/// Each reminder is due for some days, in which a service that was down makes up for it; what was over before that is not told.
/// </summary>
public static class Reminders
{
    private const int NearDays = 30;
    private const int PassedDays = 30;
    private const int LateHearingDays = 7;

    /// <summary>Of a vaguer date no eve can be told.</summary>
    private const int SharpDays = 31;

    /// <param name="watched">The case.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="today">The day, where the case is.</param>
    /// <param name="quietDays">After how many days without news a case is quiet; 0 for never.</param>
    public static IReadOnlyList<DueReminder> Due(Case watched, CaseState state, LocalDay today, int quietDays) =>
    [
        .. Hearings(state, today),
        .. Release(state, today),
        .. Law(watched, state, today),
        .. Quiet(state, today, quietDays),
    ];

    /// <summary>On the eve; or up to the day itself, where the hearing was known on the eve and nobody was told.</summary>
    private static IEnumerable<DueReminder> Hearings(CaseState state, LocalDay today) => state.Hearings
        .Where(h => h.Span <= SharpDays)
        .Where(h => today.Tomorrow >= h.Earliest && today.Date <= h.Latest && today.Date < h.Earliest.AddDays(LateHearingDays))
        .Where(h => today.Date < h.Earliest || today.Of(state.LastNews) < h.Earliest)
        .Select(h => new DueReminder(ReminderKind.HearingTomorrow, new DateRange(h.Earliest, h.Latest)));

    private static IEnumerable<DueReminder> Release(CaseState state, LocalDay today) => state.EndOfTerm is { } end
        ? When(
            end,
            (IsNear(end, today), ReminderKind.ReleaseNear),
            (today.Date >= end.Earliest && !HasPassed(end, today), ReminderKind.ReleaseToday),
            (HasPassed(end, today) && today.Date.DayNumber <= end.Latest.DayNumber + PassedDays, ReminderKind.ReleasePassed))
        : [];

    private static IEnumerable<DueReminder> Law(Case watched, CaseState state, LocalDay today)
    {
        if (watched.Due is not { } promised || state.Status is not (CaseStatus.Promised or CaseStatus.Proposed))
        {
            return [];
        }

        var due = new DateRange(promised.Earliest, promised.Latest);
        return When(
            due,
            (IsNear(due, today), ReminderKind.LawDueNear),
            (HasPassed(due, today) && today.Date.DayNumber <= due.Latest.DayNumber + PassedDays, ReminderKind.LawDuePassed));
    }

    /// <summary>Of the dead and of what is repealed nothing more is to come.</summary>
    private static IEnumerable<DueReminder> Quiet(CaseState state, LocalDay today, int quietDays)
    {
        if (quietDays == 0 || state.LastNews is null || state.Status is CaseStatus.Dead or CaseStatus.Repealed)
        {
            return [];
        }

        var last = today.Of(state.LastNews);
        var silent = today.Date.DayNumber - last.DayNumber;
        return When(new DateRange(last, last), (silent >= quietDays && silent <= quietDays + PassedDays, ReminderKind.Quiet));
    }

    private static bool IsNear(DateRange days, LocalDay today) =>
        today.Date < days.Earliest && days.Earliest.DayNumber - today.Date.DayNumber <= NearDays;

    /// <summary>A day that a zone left out is over on the day after the one that took its place.</summary>
    private static bool HasPassed(DateRange days, LocalDay today) => today.Date > today.Existing(days.Latest);

    private static IEnumerable<DueReminder> When(DateRange about, params (bool Due, ReminderKind Kind)[] cases) =>
        cases.Where(c => c.Due).Select(c => new DueReminder(c.Kind, about));
}
