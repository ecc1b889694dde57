using Alerts.Read;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Changes of pages, by source.</summary>
public sealed class PageChangeTable(TableServiceClient service) : IPageChangeStore
{
    private const string Change = nameof(Change);

    private readonly Table table = new(service, TableNames.PageChanges);

    public Task AddAsync(PageChange change, CancellationToken cancellation) =>
        table.TryAddAsync(new TableEntity(change.SourceId, change.Id).WithJson(Change, change), cancellation);

    public async Task<PageChange?> FindAsync(string sourceId, string changeId, CancellationToken cancellation) =>
        await table.FindAsync(sourceId, changeId, cancellation) is { } row ? row.Json<PageChange>(Change) : null;
}
