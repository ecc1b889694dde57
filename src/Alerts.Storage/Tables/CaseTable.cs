using System.Runtime.CompilerServices;
using Alerts.Cases;
using Alerts.Reconcile;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Cases: one partition each, so that state, events and changes move in one transaction guarded by the ETag of the <c>case</c> row.</summary>
public sealed class CaseTable(TableServiceClient service, CatalogTable catalog) : ICaseStore
{
    private const int Tries = 20;

    private readonly Table table = new(service, TableNames.Cases);

    /// <summary>By the very version string that a case file carries from its reading, for as long as anybody holds it.</summary>
    private readonly ConditionalWeakTable<string, CaseReading> readings = [];

    public async Task PutAsync(Case definition, CancellationToken cancellation)
    {
        for (var tried = 0; tried < Tries; tried++)
        {
            var row = await table.FindAsync(definition.Id, CaseRows.CaseKey, cancellation);
            if (row is not null && CaseRows.MovedTo(row) is { } into)
            {
                throw new CaseMovedException(definition.Id, into);
            }

            var former = row is null ? null : CaseReading.Of(row, []);
            var (state, waiting, revision) = (StateOf(definition, former?.File.State), former?.Waiting ?? 0, (former?.Revision ?? 0) + 1);
            var next = CaseRows.Case(definition, state, waiting, revision);
            if (former is null ? await table.TryAddAsync(next, cancellation) : await table.TryReplaceAsync(next, former.ETag, cancellation))
            {
                if (former is not null && former.File.Case.Kind != definition.Kind)
                {
                    await catalog.RemoveAsync(former.File.Case, cancellation);
                }

                await catalog.PutAsync(definition, state, waiting, revision, cancellation);
                return;
            }
        }

        throw new CaseBusyException();
    }

    public async Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation)
    {
        var rows = await table
            .QueryAsync($"PartitionKey eq {caseId} and (RowKey eq {CaseRows.CaseKey} or RowKey ge {CaseRows.EventKeys})", cancellation)
            .ToListAsync(cancellation);
        if (rows is not [{ RowKey: CaseRows.CaseKey } caseRow, ..])
        {
            return null;
        }

        if (CaseRows.MovedTo(caseRow) is { } into)
        {
            return await FindAsync(into, cancellation);
        }

        var reading = CaseReading.Of(caseRow, rows);
        readings.Add(reading.File.Version!, reading);
        return reading.File;
    }

    public IAsyncEnumerable<CaseFile> ListAsync(CancellationToken cancellation) => catalog.ListAsync(cancellation);

    /// <exception cref="StorageLimitException">More would change than one transaction holds.</exception>
    public async Task<bool> TrySaveAsync(CaseFile revised, IReadOnlyList<CaseNews> news, CancellationToken cancellation)
    {
        var reading = await ReadingOfAsync(revised, cancellation);
        if (reading is null && revised.Version is not null)
        {
            return false;
        }

        var diff = CaseDiff.Of(revised, reading);
        var revision = (reading?.Revision ?? 0) + 1;
        var group = new EntityGroup(revised.Case.Id);
        var waiting = revised.Events.Count(e => e.Standing == Standing.Pending);
        var caseRow = CaseRows.Case(revised.Case, revised.State, waiting, revision);
        _ = reading is null
            ? group.Add(TableTransactionActionType.Add, caseRow)
            : group.Add(TableTransactionActionType.UpdateReplace, caseRow, reading.ETag);
        foreach (var row in diff.Events.Concat(news.Select(CaseRows.News)))
        {
            group.Add(TableTransactionActionType.UpsertReplace, row);
        }

        foreach (var gone in diff.Gone)
        {
            group.Add(TableTransactionActionType.Delete, new TableEntity(revised.Case.Id, CaseRows.EventKey(gone)), ETag.All);
        }

        await PutAheadAsync(revised.Case.Id, diff.Evidence, cancellation);
        if (!await table.TrySubmitAsync(group, cancellation))
        {
            return false;
        }

        if (reading is null || reading.Waiting != waiting || JsonColumns.Text(reading.File.State) != JsonColumns.Text(revised.State))
        {
            await catalog.PutAsync(revised.Case, revised.State, waiting, revision, cancellation);
        }

        return true;
    }

    public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation) => catalog.WaitingAsync(cancellation);

    public async Task<bool> TryMoveAsync(string caseId, string? version, string into, CancellationToken cancellation)
    {
        if (await table.FindAsync(caseId, CaseRows.CaseKey, cancellation) is not { } row)
        {
            return false;
        }

        var moved = CaseRows.MovedTo(row) == into
            || (row.ETag.ToString() == version && await table.TryReplaceAsync(CaseRows.Moved(caseId, into, CaseRows.Revision(row) + 1), row.ETag, cancellation));
        if (moved)
        {
            await catalog.RemoveAsync(caseId, cancellation);
        }

        return moved;
    }

    public async Task<CaseNews?> FindNewsAsync(string caseId, string newsId, CancellationToken cancellation) =>
        await table.FindAsync(caseId, CaseRows.NewsKey(newsId), cancellation) is { } row ? CaseRows.News(row) : null;

    /// <summary>Before anything happened, a state follows from the definition alone: a law with a due date is promised.</summary>
    private static CaseState StateOf(Case definition, CaseState? former) =>
        former?.ByEvent is null ? Fold.State(definition, []) : former;

    /// <summary>
    /// Evidence beyond its event's room is written before the transaction. Should that fail, the rows left behind are evidence all the same:
    /// read with their event, or not at all until it comes.
    /// </summary>
    private async Task PutAheadAsync(string caseId, IReadOnlyList<TableEntity> evidence, CancellationToken cancellation)
    {
        foreach (var batch in evidence.Chunk(EntityGroup.Most))
        {
            var group = batch.Aggregate(new EntityGroup(caseId), (g, row) => g.Add(TableTransactionActionType.UpsertReplace, row));
            await table.SubmitAsync(group, cancellation);
        }
    }

    /// <returns>null for a case not stored yet, or one that has been changed since.</returns>
    private async Task<CaseReading?> ReadingOfAsync(CaseFile file, CancellationToken cancellation)
    {
        if (file.Version is not { } version)
        {
            return null;
        }

        if (readings.TryGetValue(version, out var reading))
        {
            return reading;
        }

        var row = await table.FindAsync(file.Case.Id, CaseRows.CaseKey, cancellation);
        return row is not null && row.ETag.ToString() == version ? CaseReading.Of(row, []) : null;
    }
}
