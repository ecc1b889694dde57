using Alerts.Cases;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>
/// A copy of every case's definition and state, by kind, so that listing them reads neither their events nor whole partitions. It follows
/// <c>cases</c> by revision: of two writers the one with the older case never has the last word.
/// </summary>
public sealed class CatalogTable(TableServiceClient service)
{
    private const string Case = nameof(Case);
    private const string State = nameof(State);
    private const string Revision = nameof(Revision);
    private const string Waiting = nameof(Waiting);

    private readonly Table table = new(service, TableNames.Catalog);

    public IAsyncEnumerable<CaseFile> ListAsync(CancellationToken cancellation) => table
        .QueryAsync(null, cancellation)
        .Select(row => new CaseFile { Case = row.Json<Case>(Case), State = row.Json<CaseState>(State) });

    /// <returns>Ids of the cases that have events waiting for review.</returns>
    public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation) => table
        .QueryAsync($"Waiting gt 0", cancellation, nameof(TableEntity.RowKey))
        .Select(row => row.RowKey);

    /// <param name="definition">The case.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="waiting">How many of its events wait for review.</param>
    /// <param name="revision">How often the case had been written then.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task PutAsync(Case definition, CaseState state, int waiting, long revision, CancellationToken cancellation)
    {
        var row = Row(definition, state, waiting, revision);
        while (true)
        {
            var there = await table.FindAsync(row.PartitionKey, row.RowKey, cancellation);
            if (there?.GetInt64(Revision) >= revision
                || (there is null ? await table.TryAddAsync(row, cancellation) : await table.TryReplaceAsync(row, there.ETag, cancellation)))
            {
                return;
            }
        }
    }

    public Task RemoveAsync(Case definition, CancellationToken cancellation) =>
        table.DeleteAsync(Word.Of(definition.Kind), definition.Id, cancellation);

    public async Task RemoveAsync(string caseId, CancellationToken cancellation)
    {
        foreach (var kind in Word.All<CaseKind>())
        {
            await table.DeleteAsync(kind, caseId, cancellation);
        }
    }

    private static TableEntity Row(Case definition, CaseState state, int waiting, long revision) =>
        new TableEntity(Word.Of(definition.Kind), definition.Id) { [Revision] = revision, [Waiting] = waiting }
            .WithJson(Case, definition)
            .WithJson(State, state);
}
