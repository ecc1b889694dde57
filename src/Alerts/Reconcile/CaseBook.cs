using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Enters sightings and decisions into the stored cases.</summary>
public sealed class CaseBook(ICaseStore cases, IPendingStore pending, Reconciler reconciler, Review review, TimeProvider time)
{
    // Workers of other processes may write the case at the same time; each round at least one of them succeeds.
    private const int Tries = 20;

    /// <summary>Each may make an event and its news, and one transaction holds a hundred rows.</summary>
    private const int SightingsAtOnce = 40;

    /// <summary>Workers of this process take turns: sixteen at once on one case would lose their tries to each other.</summary>
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1))];

    /// <param name="caseId">The case that every sighting is about.</param>
    /// <param name="sightings">In the order an article tells them.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <returns>What became of them; null when the case is not watched any more.</returns>
    /// <exception cref="CaseBusyException">Other writers won every try; the caller's message comes back later.</exception>
    public async Task<Reconciliation?> EnterAsync(string caseId, IReadOnlyList<CaseEvent> sightings, CancellationToken cancellation)
    {
        Reconciliation? entered = null;
        foreach (var some in sightings.OrderBy(s => s.Date?.Earliest ?? s.Evidence.SeenOn()).Chunk(SightingsAtOnce))
        {
            if (await ReviseAsync(caseId, (file, now) => Task.FromResult(reconciler.Apply(file, some, now)), cancellation) is not { } more)
            {
                return null;
            }

            entered = entered is null ? more : more with { News = [.. entered.News, .. more.News], Reports = [.. entered.Reports, .. more.Reports] };
        }

        return entered;
    }

    /// <param name="caseId">The case.</param>
    /// <param name="eventId">One of its events.</param>
    /// <param name="decision">What a person decided about it.</param>
    /// <param name="quiet">Whether an event accepted now is recorded without an alert.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <returns>What became of it; null when there is no such case.</returns>
    /// <exception cref="ReviewException">It cannot be decided so.</exception>
    /// <exception cref="CaseBusyException">Other writers won every try.</exception>
    public Task<Reconciliation?> DecideAsync(string caseId, string eventId, Decision decision, bool quiet, CancellationToken cancellation) => ReviseAsync(
        caseId,
        async (file, _) =>
        {
            var told = file.Events.FirstOrDefault(e => e.Id == eventId)?.Told is { } id ? await cases.FindNewsAsync(file.Case.Id, id, cancellation) : null;
            return review.Decide(file, eventId, decision, told, quiet);
        },
        cancellation);

    /// <summary>Saves what becomes of a case, with the news of it, against whoever writes it at the same time.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="revise">What becomes of the file as it was read, and when that is; asked again where others were quicker.</param>
    /// <param name="cancellation">Ends the work between two steps.</param>
    /// <returns>What became of it; null when there is no such case.</returns>
    /// <exception cref="CaseBusyException">Other writers won every try.</exception>
    public async Task<Reconciliation?> ReviseAsync(string caseId, Func<CaseFile, DateTimeOffset, Task<Reconciliation>> revise, CancellationToken cancellation)
    {
        var turn = turns[(uint)caseId.GetHashCode(StringComparison.Ordinal) % turns.Length];
        await turn.WaitAsync(cancellation);
        try
        {
            return await ReviseInTurnAsync(caseId, revise, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Reconciliation?> ReviseInTurnAsync(string caseId, Func<CaseFile, DateTimeOffset, Task<Reconciliation>> revise, CancellationToken cancellation)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await cases.FindAsync(caseId, cancellation) is not { } file)
            {
                return null;
            }

            var now = time.GetUtcNow();
            var reconciled = await revise(file, now);
            if (reconciled.Revised == file)
            {
                return reconciled;
            }

            // The marker stands before the case moves: should this process end right after the save, the sweep still finds the news.
            foreach (var news in reconciled.News)
            {
                await pending.MarkAsync(new PendingMarker(news.CaseId, news.Id, now), cancellation);
            }

            if (await cases.TrySaveAsync(reconciled.Revised, reconciled.News, cancellation))
            {
                return reconciled;
            }
        }

        throw new CaseBusyException();
    }
}

/// <summary>Too many writers at once on one case. Its id is not told: it is made of a name, and messages of exceptions reach telemetry.</summary>
public sealed class CaseBusyException()
    : Exception("A case was being changed by others on every try. The work comes back by itself.");
