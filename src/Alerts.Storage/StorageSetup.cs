using Alerts.Jobs;
using Alerts.Storage.Blobs;
using Alerts.Storage.Queues;
using Alerts.Storage.Tables;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;

namespace Alerts.Storage;

/// <summary>Makes a storage account ready.</summary>
public sealed class StorageSetup(TableServiceClient tables, QueueServiceClient queues, BlobServiceClient blobs)
{
    /// <summary>Creates the tables, queues and the container that are missing.</summary>
    public Task EnsureAsync(CancellationToken cancellation) => Task.WhenAll(
    [
        .. TableNames.All.Select(name => tables.CreateTableIfNotExistsAsync(name, cancellation)),
        .. JobQueues.All.Select(name => EnsureQueueAsync(name, cancellation)),
        .. JobQueues.All.Select(name => EnsureQueueAsync(PoisonQueue.NameOf(name), cancellation)),
        blobs.GetBlobContainerClient(SnapshotBlobs.Container).CreateIfNotExistsAsync(cancellationToken: cancellation),
        blobs.GetBlobContainerClient(BackupBlobs.Container).CreateIfNotExistsAsync(cancellationToken: cancellation),
    ]);

    private Task<Response> EnsureQueueAsync(string name, CancellationToken cancellation) =>
        queues.GetQueueClient(name).CreateIfNotExistsAsync(cancellationToken: cancellation);
}
