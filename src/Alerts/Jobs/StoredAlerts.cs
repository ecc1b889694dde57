using Alerts.Cases;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Reconcile;

namespace Alerts.Jobs;

/// <summary>Finds what a message is about.</summary>
public sealed class StoredAlerts(ICaseStore cases, IPageChangeStore pages)
{
    /// <returns>null when there is no such change.</returns>
    public async Task<Alert?> FindAsync(ChangeKey key, CancellationToken cancellation)
    {
        if (key.Kind == ChangeKind.Source)
        {
            return await pages.FindAsync(key.OwnerId, key.Id, cancellation) is { } page ? new PageAlert(page) : null;
        }

        return await cases.FindAsync(key.OwnerId, cancellation) is { } file && await cases.FindNewsAsync(key.OwnerId, key.Id, cancellation) is CaseChange change
            ? new CaseAlert(file.Case, change)
            : null;
    }

    public async Task<bool> ExistsAsync(ChangeKey key, CancellationToken cancellation) => key.Kind == ChangeKind.Source
        ? await pages.FindAsync(key.OwnerId, key.Id, cancellation) is not null
        : await cases.FindNewsAsync(key.OwnerId, key.Id, cancellation) is not null;
}
