using Alerts.Cases;
using Alerts.Watch;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Articles already seen, by source.</summary>
public sealed class DocumentTable(TableServiceClient service) : IDocumentStore
{
    private const string Document = nameof(Document);

    private readonly Table table = new(service, TableNames.Documents);

    public IAsyncEnumerable<Document> ListAsync(string sourceId, CancellationToken cancellation) =>
        table.QueryAsync($"PartitionKey eq {sourceId}", cancellation).Select(row => row.Json<Document>(Document));

    public async Task SaveAsync(string sourceId, IReadOnlyCollection<Document> documents, CancellationToken cancellation)
    {
        foreach (var batch in documents.DistinctBy(d => d.Url).Chunk(EntityGroup.Most))
        {
            var group = batch.Aggregate(
                new EntityGroup(sourceId),
                (g, d) => g.Add(TableTransactionActionType.UpsertReplace, new TableEntity(sourceId, Key(d.Url)).WithJson(Document, d), ETag.All));
            await table.SubmitAsync(group, cancellation);
        }
    }

    private static string Key(Uri url) => StableId.Of(url.AbsoluteUri);
}
