using Alerts.Notify;

namespace Alerts.Jobs;

/// <summary>
/// Keeps a mark for each change that somebody may not have got yet, so that the oldest of them is known without a look at all deliveries ever made.
/// 1. The mark is written before the deliveries: a process that ends in between leaves a mark too many, never one too few.
/// 2. It is taken away once none of them is due, but no earlier than a job may run that is still adding some; adding renews it.
/// </summary>
public sealed class OpenDeliveries(IOpenChangeStore open, IDeliveryStore deliveries, StoredAlerts alerts, TimeProvider time)
{
    /// <param name="change">What they tell.</param>
    /// <param name="seenAt">When that was first seen.</param>
    /// <param name="added">Deliveries of this change.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <returns>Those not settled: new ones, and known ones still due.</returns>
    public async Task<IReadOnlyList<Delivery>> AddAsync(ChangeKey change, DateTimeOffset seenAt, IReadOnlyCollection<Delivery> added, CancellationToken cancellation)
    {
        if (added.Count == 0)
        {
            return [];
        }

        await open.MarkAsync(new OpenChange(change, seenAt, time.GetUtcNow()), cancellation);
        return await deliveries.AddMissingAsync(added, cancellation);
    }

    /// <summary>Looks at the marks from the oldest on, takes away those that are settled, and stops at the first that is not.</summary>
    /// <returns>When the oldest change that waits was first seen; null when none waits.</returns>
    public async Task<DateTimeOffset?> OldestAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var marked = await open.ListAsync(cancellation).ToListAsync(cancellation);
        foreach (var change in marked.OrderBy(c => c.SeenAt))
        {
            var mayGrow = change.MarkedAt > now - Sweep.Lease;
            if (await deliveries.AnyDueAsync(change.Change.Id, cancellation) && (mayGrow || await alerts.SeenAtAsync(change.Change, cancellation) is not null))
            {
                return change.SeenAt;
            }

            if (!mayGrow)
            {
                await open.ClearAsync(change, cancellation);
            }
        }

        return null;
    }
}
