using Alerts.Cases;
using Alerts.Notify;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Deliveries by change.</summary>
public sealed class DeliveryTable(TableServiceClient service) : IDeliveryStore
{
    /// <summary>Rows of one page: five transactions of deliveries.</summary>
    public const int PageSize = 500;

    private const string Delivery = nameof(Delivery);

    /// <summary>The word of the status in the JSON, to be asked for, and for people who look into the table.</summary>
    private const string Status = "Status";

    private static readonly string Due = Word.Of(DeliveryStatus.Due);

    private readonly Table table = new(service, TableNames.Deliveries);

    public async Task<IReadOnlyList<Delivery>> AddMissingAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellation)
    {
        var due = new List<Delivery>();
        foreach (var change in deliveries.GroupBy(d => d.Change.Id))
        {
            var ordered = change.DistinctBy(d => d.RecipientId).OrderBy(d => d.RecipientId, StringComparer.Ordinal);
            foreach (var batch in ordered.Chunk(EntityGroup.Most))
            {
                due.AddRange(await AddMissingAsync(change.Key, batch, cancellation));
            }
        }

        return due;
    }

    public async Task<Delivery?> FindAsync(string changeId, string recipientId, CancellationToken cancellation) =>
        await table.FindAsync(changeId, recipientId, cancellation) is { } row ? row.Json<Delivery>(Delivery) : null;

    public async Task<bool> AnyDueAsync(string changeId, CancellationToken cancellation) => await table
        .QueryAsync($"PartitionKey eq {changeId} and Status eq {Due}", cancellation, nameof(TableEntity.RowKey))
        .AsPages(pageSizeHint: 1)
        .AnyAsync(page => page.Values.Count > 0, cancellation);

    public Task SaveAsync(Delivery delivery, CancellationToken cancellation) => table.PutAsync(Row(delivery), cancellation);

    public async Task<DeliveryPage> PageAsync(string changeId, string? continuation, CancellationToken cancellation)
    {
        var (rows, next) = await table.PageAsync($"PartitionKey eq {changeId}", PageSize, continuation, cancellation);
        return new DeliveryPage([.. rows.Select(row => row.Json<Delivery>(Delivery))], next);
    }

    public IAsyncEnumerable<Delivery> OfAsync(string changeId, CancellationToken cancellation) =>
        table.QueryAsync($"PartitionKey eq {changeId}", cancellation).Select(row => row.Json<Delivery>(Delivery));

    /// <summary>Nearly always all of them are new, so they are added at once, and only where that is refused those there are read.</summary>
    private async Task<IEnumerable<Delivery>> AddMissingAsync(string changeId, Delivery[] batch, CancellationToken cancellation)
    {
        var known = new Dictionary<string, Delivery>();
        while (true)
        {
            var missing = batch.Where(d => !known.ContainsKey(d.RecipientId)).ToList();
            if (missing.Count == 0 || await TryAddAsync(changeId, missing, cancellation))
            {
                return batch.Where(d => !known.TryGetValue(d.RecipientId, out var there) || IsLeftBy(d.Enqueuer, there)).Select(d => known.GetValueOrDefault(d.RecipientId, d));
            }

            known = await table
                .QueryAsync(
                    $"PartitionKey eq {changeId} and RowKey ge {batch[0].RecipientId} and RowKey le {batch[^1].RecipientId}",
                    cancellation)
                .ToDictionaryAsync(row => row.RowKey, row => row.Json<Delivery>(Delivery), cancellationToken: cancellation);
        }
    }

    /// <summary>It was added and then not enqueued, as far as this enqueuer can know.</summary>
    private static bool IsLeftBy(string? enqueuer, Delivery there) => there.Status == DeliveryStatus.Due && (there.Enqueuer ?? enqueuer) == enqueuer;

    private Task<bool> TryAddAsync(string changeId, IEnumerable<Delivery> missing, CancellationToken cancellation)
    {
        var group = missing.Aggregate(new EntityGroup(changeId), (g, d) => g.Add(TableTransactionActionType.Add, Row(d)));
        return table.TrySubmitAsync(group, cancellation);
    }

    private static TableEntity Row(Delivery delivery) => new TableEntity(delivery.Change.Id, delivery.RecipientId)
    {
        [Status] = Word.Of(delivery.Status),
    }.WithJson(Delivery, delivery);
}
