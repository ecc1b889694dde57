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
    private const string Until = nameof(Until);
    private const string Failing = "Failing";

    /// <summary>The row that says which job has the shard; no slug begins so.</summary>
    private const string Lease = "~lease";

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

    public IAsyncEnumerable<WatchedSource> ListAsync(CancellationToken cancellation) =>
        table.QueryAsync($"RowKey ne {Lease}", cancellation).Select(Watched);

    public async Task<IReadOnlyList<SourceStanding>> StandingsAsync(CancellationToken cancellation) => await table
        .QueryAsync($"RowKey ne {Lease}", cancellation, nameof(TableEntity.PartitionKey), nameof(TableEntity.Timestamp), NextDue, Failing)
        .Select(Standing)
        .ToListAsync(cancellation);

    public async Task<bool> TryLeaseAsync(string shard, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation)
    {
        var lease = new TableEntity(shard, Lease) { [Until] = until };
        return await table.FindAsync(shard, Lease, cancellation) is { } held
            ? held.GetDateTimeOffset(Until) <= now && await table.TryReplaceAsync(lease, held.ETag, cancellation)
            : await table.TryAddAsync(lease, cancellation);
    }

    public async Task<IReadOnlyList<WatchedSource>> DueAsync(string shard, DateTimeOffset now, CancellationToken cancellation) =>
        await table.QueryAsync($"PartitionKey eq {shard} and NextDue le {now}", cancellation).Select(Watched).ToListAsync(cancellation);

    public async Task SaveAsync(IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation)
    {
        foreach (var shard in watched.GroupBy(w => Shard(w.Source)))
        {
            await SaveAsync(shard.Key, [.. shard], returned: false, cancellation);
        }
    }

    public Task ReturnAsync(string shard, IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation) =>
        SaveAsync(shard, watched, returned: true, cancellation);

    /// <summary>The lease ends with the last transaction.</summary>
    private async Task SaveAsync(string shard, IReadOnlyCollection<WatchedSource> watched, bool returned, CancellationToken cancellation)
    {
        var left = watched.Count;
        foreach (var batch in watched.Chunk(EntityGroup.Most - 1).DefaultIfEmpty([]))
        {
            var group = batch.Aggregate(
                new EntityGroup(shard),
                (g, w) => g.Add(TableTransactionActionType.UpdateMerge, WithState(Row(w.Source), w.State), ETag.All));
            left -= batch.Length;
            if (returned && left == 0)
            {
                group.Add(TableTransactionActionType.UpsertReplace, new TableEntity(shard, Lease) { [Until] = EntityLimits.Storable(DateTimeOffset.MinValue) });
            }

            if (group.Actions.Count > 0)
            {
                await table.SubmitAsync(group, cancellation);
            }
        }
    }

    /// <summary>One hex digit: a transaction holds a hundred rows, and a shard of fewer would waste it.</summary>
    private static string Shard(Source source) => TableKey.Shard(HostName.Of(source.Url) ?? source.Url.Host)[..1];

    private static TableEntity Row(Source source) => new(Shard(source), source.Id);

    private static TableEntity WithState(TableEntity row, SourceState state)
    {
        row[State] = JsonColumns.Text(StoredState.Bounded(state));
        row[NextDue] = EntityLimits.Storable(state.NextDue);
        row[Failing] = state.FailingSince is not null;
        return row;
    }

    private ValueTask<TableEntity?> FindRowAsync(string sourceId, CancellationToken cancellation) =>
        table.QueryAsync($"RowKey eq {sourceId}", cancellation).FirstOrDefaultAsync(cancellation);

    /// <summary>A row of an earlier version does not say whether its source is failing, until it is checked again.</summary>
    private static SourceStanding Standing(TableEntity row)
    {
        // A row without a state was left behind when a source moved to another shard while somebody edited it: never due, for the source is checked there.
        var due = row.GetDateTimeOffset(NextDue) ?? DateTimeOffset.MaxValue;
        var stored = due > EntityLimits.Storable(DateTimeOffset.MinValue) ? due : row.Timestamp ?? due;
        return new SourceStanding(row.PartitionKey, due, stored, row.GetBoolean(Failing) ?? false);
    }

    private static WatchedSource Watched(TableEntity row) => new(
        row.Json<Source>(Definition),
        row.ContainsKey(State) ? row.Json<SourceState>(State) : new SourceState { SourceId = row.RowKey });
}
