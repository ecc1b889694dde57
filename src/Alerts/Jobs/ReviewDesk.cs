using System.Runtime.CompilerServices;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Reconcile;

namespace Alerts.Jobs;

/// <summary>An event that waits for a person, and its case.</summary>
public sealed record WaitingEvent(Case Case, RecordedEvent Event);

/// <summary>Where people decide about events and cases; what follows is announced like any news.</summary>
public sealed class ReviewDesk(ICaseStore cases, CaseBook book, CaseMove move, ISubscriptionStore subscriptions, Announcer announcer)
{
    public async IAsyncEnumerable<WaitingEvent> WaitingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var id in cases.WaitingAsync(cancellation))
        {
            var file = await cases.FindAsync(id, cancellation);
            foreach (var waiting in Fold.InOrder(file?.Events ?? []).Where(e => e.Standing == Standing.Pending))
            {
                yield return new WaitingEvent(file!.Case, waiting);
            }
        }
    }

    /// <returns>What became of it; null when there is no such case.</returns>
    /// <exception cref="ReviewException">It cannot be decided so.</exception>
    public async Task<Reconciliation?> DecideAsync(string caseId, string eventId, Decision decision, bool quiet, CancellationToken cancellation)
    {
        var decided = await book.DecideAsync(caseId, eventId, decision, quiet, cancellation);
        foreach (var news in decided?.News ?? [])
        {
            await announcer.AnnounceAsync(decided!.Revised.Case, news, cancellation);
        }

        return decided;
    }

    /// <summary>Makes two cases one. Who followed the one that ends follows the other.</summary>
    /// <returns>The events brought over.</returns>
    /// <exception cref="ReviewException">The two cannot be one case.</exception>
    public async Task<int> MergeAsync(string from, string into, CancellationToken cancellation)
    {
        // Before, so that nobody misses news that goes to the new case; after, for those who subscribed in between.
        await FollowAsync(from, into, cancellation);
        var brought = await move.MergeAsync(from, into, cancellation);
        await FollowAsync(from, into, cancellation);
        return brought;
    }

    /// <summary>Gives a case another id, and another name if need be; the former name stays an alias.</summary>
    /// <exception cref="ReviewException">There is no such case, or there is one of that id.</exception>
    public async Task<int> RenameAsync(string from, string id, string? name, CancellationToken cancellation)
    {
        var former = await cases.FindAsync(from, cancellation) ?? throw new ReviewException($"There is no case {from}.");
        var there = await cases.FindAsync(id, cancellation);

        // One of that name is what a renaming that was cut off left behind.
        if (there is not null && there.Case.Id != former.Case.Id && there.Case.Name != (name ?? former.Case.Name))
        {
            throw new ReviewException($"There is a case {id} already. To make the two one: alerts cases merge {from} {id}");
        }

        await cases.PutAsync((there?.Case ?? former.Case) with { Id = id, Name = name ?? former.Case.Name }, cancellation);
        return await MergeAsync(from, id, cancellation);
    }

    private async Task FollowAsync(string from, string into, CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await subscriptions.PageAsync(Topic.OfCase(from), continuation, cancellation);
            foreach (var subscription in page.Subscriptions)
            {
                await subscriptions.PutAsync(subscription with { Topic = Topic.OfCase(into) }, cancellation);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
