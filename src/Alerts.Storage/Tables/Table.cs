using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Alerts.Storage.Tables;

/// <summary>
/// A table. Every write is held against the service's limits first. Each conditional write leaves a mark of its own in its row: when the answer
/// to one is lost, the client repeats it, and what refuses it then is the very row that it has written.
/// </summary>
internal sealed class Table(TableServiceClient service, string name)
{
    private const string Mark = nameof(Mark);
    private const int MarkBytes = 16;

    private readonly TableClient client = service.GetTableClient(name);

    public async Task<TableEntity?> FindAsync(string partitionKey, string rowKey, CancellationToken cancellation)
    {
        var found = await client.GetEntityIfExistsAsync<TableEntity>(partitionKey, rowKey, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <param name="filter">OData; every row when null.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="columns">Only these; all when none is named.</param>
    public AsyncPageable<TableEntity> QueryAsync(FormattableString? filter, CancellationToken cancellation, params string[] columns) =>
        client.QueryAsync<TableEntity>(filter is null ? null : TableClient.CreateQueryFilter(filter), select: columns.Length > 0 ? columns : null, cancellationToken: cancellation);

    /// <returns>One page of rows, and where the next one starts; null after the last.</returns>
    public async Task<(IReadOnlyList<TableEntity> Rows, string? Next)> PageAsync(FormattableString filter, int size, string? continuation, CancellationToken cancellation)
    {
        await foreach (var page in QueryAsync(filter, cancellation).AsPages(continuation, size).WithCancellation(cancellation))
        {
            return (page.Values, string.IsNullOrEmpty(page.ContinuationToken) ? null : page.ContinuationToken);
        }

        return ([], null);
    }

    /// <summary>Puts the row in the place of whatever is there.</summary>
    public Task PutAsync(TableEntity row, CancellationToken cancellation) => UpsertAsync(row, TableUpdateMode.Replace, cancellation);

    /// <summary>Sets these columns and leaves the others as they are.</summary>
    public Task MergeAsync(TableEntity row, CancellationToken cancellation) => UpsertAsync(row, TableUpdateMode.Merge, cancellation);

    /// <returns>false when there is such a row.</returns>
    public async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellation)
    {
        Sign(row);
        EntityLimits.Check(row);
        return await TryAsync(() => client.AddEntityAsync(row, cancellation)) || await IsOwnAsync(row, cancellation);
    }

    /// <returns>false when the row is not any more what it was read as.</returns>
    public async Task<bool> TryReplaceAsync(TableEntity row, ETag readAs, CancellationToken cancellation)
    {
        Sign(row);
        EntityLimits.Check(row);
        return await TryAsync(() => client.UpdateEntityAsync(row, readAs, TableUpdateMode.Replace, cancellation)) || await IsOwnAsync(row, cancellation);
    }

    /// <returns>false when a row to be added is there, or one to be changed is not any more what it was read as; nothing is written then.</returns>
    public async Task<bool> TrySubmitAsync(EntityGroup group, CancellationToken cancellation)
    {
        if (group.Guard is { } guard)
        {
            Sign(guard);
        }

        return await TryAsync(() => client.SubmitTransactionAsync(group.Actions, cancellation))
            || (group.Guard is { } written && await IsOwnAsync(written, cancellation));
    }

    /// <summary>For a group that adds nothing and minds no version.</summary>
    public Task SubmitAsync(EntityGroup group, CancellationToken cancellation) => client.SubmitTransactionAsync(group.Actions, cancellation);

    /// <summary>Deletes the row if it is there.</summary>
    public Task DeleteAsync(string partitionKey, string rowKey, CancellationToken cancellation) =>
        client.DeleteEntityAsync(partitionKey, rowKey, ETag.All, cancellation);

    /// <returns>false when the row is not any more what it was read as.</returns>
    public Task<bool> TryDeleteAsync(string partitionKey, string rowKey, ETag readAs, CancellationToken cancellation) =>
        TryAsync(() => client.DeleteEntityAsync(partitionKey, rowKey, readAs, cancellation));

    private Task<Response> UpsertAsync(TableEntity row, TableUpdateMode mode, CancellationToken cancellation)
    {
        EntityLimits.Check(row);
        return client.UpsertEntityAsync(row, mode, cancellation);
    }

    private static void Sign(TableEntity row) => row[Mark] = RandomNumberGenerator.GetBytes(MarkBytes);

    private async Task<bool> IsOwnAsync(TableEntity row, CancellationToken cancellation) =>
        await FindAsync(row.PartitionKey, row.RowKey, cancellation) is { } there
        && there.GetBinary(Mark) is { } mark && mark.AsSpan().SequenceEqual(row.GetBinary(Mark));

    private static async Task<bool> TryAsync(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (RequestFailedException e) when (
            e.ErrorCode == TableErrorCode.EntityAlreadyExists || e.ErrorCode == TableErrorCode.UpdateConditionNotSatisfied)
        {
            return false;
        }
    }
}
