using Alerts.Notify;

namespace Alerts.Jobs;

/// <summary>
/// Keeps a mark for each change that somebody may not have got yet, so that the oldest of them is known without a look at all deliveries ever made.
/// 1. The mark is written before the deliveries: a process that ends in between leaves a mark too many, never one too few.
/// 2. It is taken away once none of them is due, but no earlier than a job may run that is still adding some; adding renews it.
/// 3. A delivery that is due for long without ever having been tried has lost its message (the fan-out that was to enqueue it was given up for good, or
///    the queue was emptied): it is enqueued again, and the mark renewed.
/// </summary>
public sealed class OpenDeliveries(IOpenChangeStore open, IDeliveryStore deliveries, StoredAlerts alerts, IJobQueue queue, TimeProvider time)
{
    /// <summary>Longer than messages wait in a queue that is worked off.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromHours(2);

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

    /// <summary>
    /// Takes away the marks that are settled, and enqueues what was abandoned. Behind the oldest that is not settled, only marks that have not been
    /// looked at for long are looked at.
    /// </summary>
    /// <returns>When the oldest change that waits was first seen; null when none waits.</returns>
    public async Task<DateTimeOffset?> OldestAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        DateTimeOffset? oldest = null;
        foreach (var change in (await open.ListAsync(cancellation).ToListAsync(cancellation)).OrderBy(c => c.SeenAt))
        {
            var (mayGrow, isAbandoned) = (change.MarkedAt > now - Sweep.Lease, change.MarkedAt <= now - Abandoned);
            if (oldest is not null && !isAbandoned)
            {
                continue;
            }

            if (await deliveries.AnyDueAsync(change.Change.Id, cancellation) && (mayGrow || await alerts.SeenAtAsync(change.Change, cancellation) is not null))
            {
                oldest ??= change.SeenAt;
                await (isAbandoned ? EnqueueAsync(change, now, cancellation) : Task.CompletedTask);
            }
            else if (!mayGrow)
            {
                await open.ClearAsync(change, cancellation);
            }
        }

        return oldest;
    }

    /// <summary>Each gets a ticket, so that the message it had, should that still come, does nothing. What has a ticket has a message.</summary>
    private async Task EnqueueAsync(OpenChange change, DateTimeOffset now, CancellationToken cancellation)
    {
        await open.MarkAsync(change with { MarkedAt = now }, cancellation);
        await foreach (var delivery in deliveries.OfAsync(change.Change.Id, cancellation))
        {
            if (delivery is { Status: DeliveryStatus.Due, Ticket: null })
            {
                var ticketed = DeliveryPolicy.Later(delivery, now);
                await queue.EnqueueAsync(
                    JobQueues.Deliveries, new DeliveryMessage(change.Change, [delivery.RecipientId]) { Ticket = ticketed.Ticket }, delay: null, cancellation);
                await deliveries.SaveAsync(ticketed, cancellation);
            }
        }
    }
}
