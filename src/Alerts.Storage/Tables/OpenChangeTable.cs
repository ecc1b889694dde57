using Alerts.Cases;
using Alerts.Notify;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Marks of open changes: one small partition of the outbox, beside the shards of the pending markers.</summary>
public sealed class OpenChangeTable(TableServiceClient service) : IOpenChangeStore
{
    private const string Partition = "open";
    private const string Kind = "Kind";
    private const string OwnerId = "OwnerId";
    private const string SeenAt = "SeenAt";
    private const string MarkedAt = "MarkedAt";

    private readonly Table table = new(service, TableNames.Outbox);

    public Task MarkAsync(OpenChange change, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, change.Change.Id)
        {
            [Kind] = Word.Of(change.Change.Kind),
            [OwnerId] = change.Change.OwnerId,
            [SeenAt] = EntityLimits.Storable(change.SeenAt),
            [MarkedAt] = change.MarkedAt,
        };
        return table.PutAsync(row, cancellation);
    }

    public IAsyncEnumerable<OpenChange> ListAsync(CancellationToken cancellation) =>
        table.QueryAsync($"PartitionKey eq {Partition}", cancellation).Select(row => new OpenChange(
            new ChangeKey(Word.Parse<ChangeKind>(row.GetString(Kind)), row.GetString(OwnerId), row.RowKey),
            row.GetDateTimeOffset(SeenAt)!.Value,
            row.GetDateTimeOffset(MarkedAt)!.Value,
            row.ETag.ToString()));

    public Task ClearAsync(OpenChange change, CancellationToken cancellation) =>
        table.TryDeleteAsync(Partition, change.Change.Id, new ETag(change.Version!), cancellation);
}
