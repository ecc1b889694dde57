using Alerts.Jobs;
using Alerts.Storage.Blobs;
using Alerts.Storage.Queues;
using Alerts.Storage.Tables;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage;

/// <summary>What came of asking the account for one thing.</summary>
/// <param name="What">For people: <c>reading tables</c>.</param>
/// <param name="Role">The role that gives it.</param>
/// <param name="Failure">Why it cannot be had; null when it can.</param>
/// <param name="Date">The account's clock when it answered.</param>
public sealed record Probed(string What, string Role, Exception? Failure, DateTimeOffset? Date);

/// <summary>Finds out what an account lets its caller do, and changes nothing: what is deleted is not there.</summary>
public sealed class StorageProbe(StorageClients clients)
{
    private const string TableRole = "Storage Table Data Contributor";
    private const string QueueRole = "Storage Queue Data Contributor";
    private const string BlobRole = "Storage Blob Data Contributor";

    /// <summary>Of nothing that is stored.</summary>
    private const string Nobody = "~doctor";

    public async Task<IReadOnlyList<Probed>> RightsAsync(CancellationToken cancellation)
    {
        var sources = clients.Tables.GetTableClient(TableNames.Sources);
        var checks = clients.Queues.GetQueueClient(JobQueues.Checks);
        var snapshots = clients.Blobs.GetBlobContainerClient(SnapshotBlobs.Container);
        return
        [
            await ProbeAsync("reading tables", TableRole, async () => await ReadAsync(sources, cancellation)),
            await ProbeAsync("writing tables", TableRole, async () => await sources.DeleteEntityAsync(Nobody, Nobody, ETag.All, cancellation)),
            await ProbeAsync("reading queues", QueueRole, async () => (await checks.GetPropertiesAsync(cancellation)).GetRawResponse()),
            await ProbeAsync("completing queue messages", QueueRole, async () => await checks.DeleteMessageAsync(Guid.Empty.ToString(), "AAAAAAAAAAAAAAAA", cancellation)),
            await ProbeAsync("reading blobs", BlobRole, async () => (await snapshots.GetPropertiesAsync(cancellationToken: cancellation)).GetRawResponse()),
            await ProbeAsync("writing blobs", BlobRole, async () => (await snapshots.GetBlobClient(Nobody).DeleteIfExistsAsync(cancellationToken: cancellation)).GetRawResponse()),
        ];
    }

    /// <returns>How many messages each queue holds, its <c>-poison</c> twin too; those that are not there are left out.</returns>
    public async Task<IReadOnlyList<(string Queue, bool IsPoison, int Depth)>> DepthsAsync(CancellationToken cancellation)
    {
        var depths = new List<(string, bool, int)>();
        foreach (var (name, poison) in JobQueues.All.SelectMany(q => new[] { (q, false), (PoisonQueue.NameOf(q), true) }))
        {
            var queue = clients.Queues.GetQueueClient(name);
            if (await queue.ExistsAsync(cancellation))
            {
                depths.Add((name, poison, (await queue.GetPropertiesAsync(cancellation)).Value.ApproximateMessagesCount));
            }
        }

        return depths;
    }

    private static async Task<Response?> ReadAsync(TableClient table, CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 1, select: [nameof(TableEntity.RowKey)], cancellationToken: cancellation).AsPages().WithCancellation(cancellation))
        {
            return page.GetRawResponse();
        }

        return null;
    }

    private static async Task<Probed> ProbeAsync(string what, string role, Func<Task<Response?>> ask)
    {
        try
        {
            return new Probed(what, role, null, (await ask())?.Headers.Date);
        }
        catch (RequestFailedException failure)
        {
            // A message that is not there, or no receipt for it: but one may ask.
            var refused = failure.ErrorCode is not ("MessageNotFound" or "PopReceiptMismatch" or "InvalidQueryParameterValue");
            return new Probed(what, role, refused ? failure : null, failure.GetRawResponse()?.Headers.Date);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new Probed(what, role, failure, null);
        }
    }
}
