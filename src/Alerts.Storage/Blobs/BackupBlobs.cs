using Alerts.Jobs;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Alerts.Storage.Blobs;

/// <summary>Backups as blobs, one a day; a rule of the account deletes old ones.</summary>
public sealed class BackupBlobs(BlobServiceClient blobs) : IBackupStore
{
    public const string Container = "backups";

    public Task SaveAsync(string name, Stream content, CancellationToken cancellation) => blobs.GetBlobContainerClient(Container).GetBlobClient(name).UploadAsync(
        content, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancellation);
}
