using Alerts.Cases;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;

namespace Alerts.Jobs;

/// <summary>An alert as it is stored.</summary>
/// <param name="Alert">What it tells.</param>
/// <param name="Lapsed">Nobody is to be told any more: what it says has been corrected, or the time has overtaken it.</param>
/// <param name="CorrectedBy">The correction that has taken its place; null where none has.</param>
public sealed record StoredAlert(Alert Alert, bool Lapsed, ChangeKey? CorrectedBy);

/// <summary>Finds what a message is about.</summary>
public sealed class StoredAlerts(ICaseStore cases, IPageChangeStore pages, CaseCalendar calendar)
{
    /// <returns>null when there is no such change.</returns>
    public async Task<StoredAlert?> FindAsync(ChangeKey key, CancellationToken cancellation)
    {
        if (key.Kind == ChangeKind.Source)
        {
            return await pages.FindAsync(key.OwnerId, key.Id, cancellation) is { } page ? new StoredAlert(new PageAlert(page), Lapsed: false, CorrectedBy: null) : null;
        }

        if (await cases.FindAsync(key.OwnerId, cancellation) is not { } file)
        {
            return null;
        }

        return await cases.FindNewsAsync(key.OwnerId, key.Id, cancellation) switch
        {
            CaseChange change => OfEvent(new CaseAlert(file.Case, change), file, change, change.Event),
            CaseCorrection correction => OfEvent(new CorrectionAlert(file.Case, correction), file, correction, correction.Event),
            CaseReminder reminder => new StoredAlert(new ReminderAlert(file.Case, reminder), !calendar.Holds(reminder, file), CorrectedBy: null),
            _ => null,
        };
    }

    /// <returns>When the change was first seen; null when there is no such change.</returns>
    public async Task<DateTimeOffset?> SeenAtAsync(ChangeKey key, CancellationToken cancellation) => key.Kind == ChangeKind.Source
        ? (await pages.FindAsync(key.OwnerId, key.Id, cancellation))?.At
        : (await cases.FindNewsAsync(key.OwnerId, key.Id, cancellation))?.At;

    /// <summary>Of all that was told of an event, the newest correction holds.</summary>
    private static StoredAlert OfEvent(Alert alert, CaseFile file, CaseNews news, RecordedEvent told)
    {
        var corrected = file.Events.FirstOrDefault(e => e.Id == told.Id)?.Corrected is { } newest && newest != news.Id
            ? new ChangeKey(ChangeKind.Case, file.Case.Id, newest)
            : null;
        return new StoredAlert(alert, corrected is not null, corrected);
    }
}
