using Alerts.Cases;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Alerts.Reconcile.Deadlines;

/// <summary>What of a case is due now, by the clock of where it is and the settings.</summary>
public sealed class CaseCalendar(IOptions<RemindOptions> options, TimeProvider time)
{
    /// <summary>As many events as a reminder carries to explain itself.</summary>
    private const int MostBasis = 5;

    /// <summary>Whether it is late enough in the case's day to write to people.</summary>
    public bool IsDay(Case watched) => Today(watched).Hour >= options.Value.Hour;

    public IReadOnlyList<DueReminder> Due(Case watched, CaseState state) => Reminders.Due(watched, state, Today(watched), options.Value.QuietDays);

    /// <summary>Whether a stored reminder would still be made: neither the state nor the day has overtaken it.</summary>
    public bool Holds(CaseReminder reminder, CaseFile file) => Due(file.Case, file.State).Contains(new DueReminder(reminder.Kind, reminder.About));

    public CaseReminder Reminder(CaseFile file, DueReminder due) => new()
    {
        Id = due.IdFor(file.Case.Id),
        CaseId = file.Case.Id,
        At = time.GetUtcNow(),
        Kind = due.Kind,
        About = due.About,
        Today = Today(file.Case).Date,
        State = file.State,
        Basis = [.. Fold.InOrder(file.Events.Where(e => IsBasis(e, file.State, due))).TakeLast(MostBasis).Select(e => e with { Sightings = [e.Sightings[0]] })],
    };

    private static bool IsBasis(RecordedEvent happened, CaseState state, DueReminder due) => happened.Standing == Standing.Accepted && due.Kind switch
    {
        ReminderKind.HearingTomorrow => happened.Type == CaseEventType.Hearing && happened.Date is { } day && day.Earliest == due.About.Earliest && day.Latest == due.About.Latest,
        ReminderKind.ReleaseNear or ReminderKind.ReleaseToday or ReminderKind.ReleasePassed => state.Sentences.Any(s => s.Event == happened.Id),
        ReminderKind.LawDueNear or ReminderKind.LawDuePassed => happened.Id == state.ByEvent,
        _ => happened.FirstSeen == state.LastNews,
    };

    private LocalDay Today(Case watched)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return new LocalDay(now, CaseZone.Of(watched, now, options.Value.Zone));
    }
}
