using Alerts.Reconcile;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Pending markers, by shard of the case.</summary>
public sealed class OutboxTable(TableServiceClient service) : IPendingStore
{
    private const string CaseId = nameof(CaseId);
    private const string ChangeId = nameof(ChangeId);
    private const string At = nameof(At);

    private readonly Table table = new(service, TableNames.Outbox);

    public Task MarkAsync(PendingMarker marker, CancellationToken cancellation)
    {
        var row = new TableEntity(TableKey.Shard(marker.CaseId), Key(marker))
        {
            [CaseId] = marker.CaseId,
            [ChangeId] = marker.ChangeId,
            [At] = marker.At,
        };
        return table.PutAsync(row, cancellation);
    }

    public Task ClearAsync(PendingMarker marker, CancellationToken cancellation) =>
        table.DeleteAsync(TableKey.Shard(marker.CaseId), Key(marker), cancellation);

    /// <summary>Reads the whole table, which is small: a marker lives for the moment between a save and its fan-out.</summary>
    public IAsyncEnumerable<PendingMarker> OlderThanAsync(DateTimeOffset time, CancellationToken cancellation) => table
        .QueryAsync($"At lt {time}", cancellation)
        .Select(row => new PendingMarker(row.GetString(CaseId), row.GetString(ChangeId), row.GetDateTimeOffset(At)!.Value));

    private static string Key(PendingMarker marker) => $"pending~{marker.CaseId}~{marker.ChangeId}";
}
