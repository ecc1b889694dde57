using System.Runtime.CompilerServices;
using Alerts.Watch;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>
/// Sources by shard. Definition and state are columns of one row that are merged one by one, so that an operator who edits a source and a
/// check that saves its state do not undo each other.
/// </summary>
public sealed class SourceTable(TableServiceClient service) : ISourceStore
{
    private const string Definition = nameof(Definition);
    private const string State = nameof(State);
    private const string NextDue = nameof(NextDue);

    private readonly Table table = new(service, TableNames.Sources);

    public async Task PutAsync(Source source, CancellationToken cancellation)
    {
        var definition = Row(source.Id);
        definition[Definition] = JsonColumns.Text(source);
        var added = WithState(new TableEntity(definition), new SourceState { SourceId = source.Id });
        if (!await table.TryAddAsync(added, cancellation))
        {
            await table.MergeAsync(definition, cancellation);
        }
    }

    public async Task<WatchedSource?> FindAsync(string sourceId, CancellationToken cancellation) =>
        await table.FindAsync(TableKey.Shard(sourceId), sourceId, cancellation) is { } row ? Watched(row) : null;

    public IAsyncEnumerable<WatchedSource> ListAsync(CancellationToken cancellation) =>
        table.QueryAsync(null, cancellation).Select(Watched);

    /// <summary>Groups of a shard, each as big as one transaction.</summary>
    public async IAsyncEnumerable<IReadOnlyList<WatchedSource>> DueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (shard, group) = ("", new List<WatchedSource>());

        // Rows come ordered by partition.
        await foreach (var row in table.QueryAsync($"NextDue le {now}", cancellation))
        {
            if (group.Count > 0 && (row.PartitionKey != shard || group.Count == EntityGroup.Most))
            {
                yield return group;
                group = [];
            }

            shard = row.PartitionKey;
            group.Add(Watched(row));
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    public async Task SaveAsync(IReadOnlyCollection<SourceState> states, CancellationToken cancellation)
    {
        foreach (var shard in states.GroupBy(s => TableKey.Shard(s.SourceId)))
        {
            foreach (var batch in shard.Chunk(EntityGroup.Most))
            {
                var group = batch.Aggregate(
                    new EntityGroup(shard.Key),
                    (g, s) => g.Add(TableTransactionActionType.UpdateMerge, WithState(Row(s.SourceId), s), ETag.All));
                await table.SubmitAsync(group, cancellation);
            }
        }
    }

    private static TableEntity Row(string sourceId) => new(TableKey.Shard(sourceId), sourceId);

    private static TableEntity WithState(TableEntity row, SourceState state)
    {
        row[State] = JsonColumns.Text(StoredState.Bounded(state));
        row[NextDue] = EntityLimits.Storable(state.NextDue);
        return row;
    }

    private static WatchedSource Watched(TableEntity row) => new(row.Json<Source>(Definition), row.Json<SourceState>(State));
}
