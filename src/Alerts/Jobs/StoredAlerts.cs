using Alerts.Cases;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Reconcile;

namespace Alerts.Jobs;

/// <summary>An alert as it is stored.</summary>
/// <param name="Alert">What it tells.</param>
/// <param name="CorrectedBy">The correction that has taken its place since; null while it holds.</param>
public sealed record StoredAlert(Alert Alert, ChangeKey? CorrectedBy = null);

/// <summary>Finds what a message is about.</summary>
public sealed class StoredAlerts(ICaseStore cases, IPageChangeStore pages)
{
    /// <returns>null when there is no such change.</returns>
    public async Task<StoredAlert?> FindAsync(ChangeKey key, CancellationToken cancellation)
    {
        if (key.Kind == ChangeKind.Source)
        {
            return await pages.FindAsync(key.OwnerId, key.Id, cancellation) is { } page ? new StoredAlert(new PageAlert(page)) : null;
        }

        if (await cases.FindAsync(key.OwnerId, cancellation) is not { } file)
        {
            return null;
        }

        return await cases.FindNewsAsync(key.OwnerId, key.Id, cancellation) switch
        {
            CaseChange change => new StoredAlert(new CaseAlert(file.Case, change), CorrectedBy(file, change, change.Event)),
            CaseCorrection correction => new StoredAlert(new CorrectionAlert(file.Case, correction), CorrectedBy(file, correction, correction.Event)),
            _ => null,
        };
    }

    public async Task<bool> ExistsAsync(ChangeKey key, CancellationToken cancellation) => key.Kind == ChangeKind.Source
        ? await pages.FindAsync(key.OwnerId, key.Id, cancellation) is not null
        : await cases.FindNewsAsync(key.OwnerId, key.Id, cancellation) is not null;

    /// <summary>Of all that was told of an event, the newest correction holds.</summary>
    private static ChangeKey? CorrectedBy(CaseFile file, CaseNews news, RecordedEvent told) =>
        file.Events.FirstOrDefault(e => e.Id == told.Id)?.Corrected is { } newest && newest != news.Id
            ? new ChangeKey(ChangeKind.Case, file.Case.Id, newest)
            : null;
}
