using Alerts.Reconcile;

namespace Alerts.Import.FollowTheMoney;

/// <summary>What an import of entities came to.</summary>
public sealed record EntityReport(EntityTally Entities, CaseTally Cases, int Namesakes);

/// <summary>Makes cases of entities. Doing it twice changes nothing.</summary>
public sealed class EntityImporter(ICaseStore store, CaseImporter cases)
{
    private const int AtOnce = 16;

    /// <param name="input">Found right by <see cref="EntityInput.Check"/>.</param>
    /// <param name="done">Told how many are written.</param>
    /// <param name="cancellation">Ends the work between two cases.</param>
    public async Task<EntityReport> RunAsync(EntityInput input, IProgress<int>? done, CancellationToken cancellation)
    {
        var (entities, tally, written) = (new EntityTally(), default(CaseTally), 0);
        var known = new EntityCases(await store.ListAsync(cancellation).Select(f => f.Case).ToListAsync(cancellation));
        foreach (var some in input.Entities(entities).Select(known.Of).Chunk(AtOnce))
        {
            // Of two entities that are one case the second has all of the first.
            var last = some.GroupBy(c => c.Id).Select(g => g.Last());
            tally = (await Task.WhenAll(last.Select(c => cases.PutAsync(c, null, cancellation)))).Aggregate(tally, (sum, one) => sum + one);
            done?.Report(written += some.Length);
        }

        return new EntityReport(entities, tally, known.Namesakes);
    }
}
