using Alerts.Cases;
using Alerts.Watch;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Articles already seen, by source.</summary>
public sealed class DocumentTable(TableServiceClient service) : IDocumentStore
{
    private const string Document = nameof(Document);

    private readonly Table table = new(service, TableNames.Documents);

    public async Task<Document?> FindAsync(string sourceId, Uri url, CancellationToken cancellation) =>
        await table.FindAsync(sourceId, Key(url), cancellation) is { } row ? row.Json<Document>(Document) : null;

    public Task SaveAsync(Document document, CancellationToken cancellation) =>
        table.PutAsync(new TableEntity(document.SourceId, Key(document.Url)).WithJson(Document, document), cancellation);

    private static string Key(Uri url) => StableId.Of(url.AbsoluteUri);
}
