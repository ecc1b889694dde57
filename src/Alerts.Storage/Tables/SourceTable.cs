using System.Runtime.CompilerServices;
using Alerts.Http;
using Alerts.Watch;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>
/// Sources by the shard of their host. Definition and state are columns of one row that are merged one by one, so that an operator who edits a source and a
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
        var definition = Row(source);
        definition[Definition] = JsonColumns.Text(source);
        var stored = await FindRowAsync(source.Id, cancellation);
        if (stored?.PartitionKey == definition.PartitionKey)
        {
            await table.MergeAsync(definition, cancellation);
            return;
        }

        // The state goes along to the shard of another host; the old row goes last, so that a crash leaves two rather than none.
        var state = stored?.Json<SourceState>(State) ?? new SourceState { SourceId = source.Id };
        if (!await table.TryAddAsync(WithState(new TableEntity(definition), state), cancellation))
        {
            await table.MergeAsync(definition, cancellation);
        }

        if (stored is not null)
        {
            await table.DeleteAsync(stored.PartitionKey, stored.RowKey, cancellation);
        }
    }

    public async Task<WatchedSource?> FindAsync(string sourceId, CancellationToken cancellation) =>
        await FindRowAsync(sourceId, cancellation) is { } row ? Watched(row) : null;

    public async Task<IReadOnlyList<WatchedSource>> FindAsync(string shard, IReadOnlyCollection<string> sourceIds, CancellationToken cancellation)
    {
        var (first, last) = (sourceIds.Min(StringComparer.Ordinal), sourceIds.Max(StringComparer.Ordinal));
        return await table.QueryAsync($"PartitionKey eq {shard} and RowKey ge {first} and RowKey le {last}", cancellation)
            .Where(row => sourceIds.Contains(row.RowKey))
            .Select(Watched)
            .ToListAsync(cancellation);
    }

    public IAsyncEnumerable<WatchedSource> ListAsync(CancellationToken cancellation) =>
        table.QueryAsync(null, cancellation).Select(Watched);

    public async IAsyncEnumerable<SourceShard> DueAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (shard, group) = ("", new List<WatchedSource>());

        // Rows come ordered by partition.
        await foreach (var row in table.QueryAsync($"NextDue le {now}", cancellation))
        {
            if (group.Count > 0 && (row.PartitionKey != shard || group.Count == EntityGroup.Most))
            {
                yield return new SourceShard(shard, group);
                group = [];
            }

            shard = row.PartitionKey;
            group.Add(Watched(row));
        }

        if (group.Count > 0)
        {
            yield return new SourceShard(shard, group);
        }
    }

    public async Task SaveAsync(IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation)
    {
        foreach (var shard in watched.GroupBy(w => Shard(w.Source)))
        {
            foreach (var batch in shard.Chunk(EntityGroup.Most))
            {
                var group = batch.Aggregate(
                    new EntityGroup(shard.Key),
                    (g, w) => g.Add(TableTransactionActionType.UpdateMerge, WithState(Row(w.Source), w.State), ETag.All));
                await table.SubmitAsync(group, cancellation);
            }
        }
    }

    internal static string Shard(Source source) => TableKey.Shard(HostName.Of(source.Url) ?? source.Url.Host);

    private static TableEntity Row(Source source) => new(Shard(source), source.Id);

    private static TableEntity WithState(TableEntity row, SourceState state)
    {
        row[State] = JsonColumns.Text(StoredState.Bounded(state));
        row[NextDue] = EntityLimits.Storable(state.NextDue);
        return row;
    }

    private ValueTask<TableEntity?> FindRowAsync(string sourceId, CancellationToken cancellation) =>
        table.QueryAsync($"RowKey eq {sourceId}", cancellation).FirstOrDefaultAsync(cancellation);

    private static WatchedSource Watched(TableEntity row) => new(row.Json<Source>(Definition), row.Json<SourceState>(State));
}
