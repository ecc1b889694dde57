using System.IO.Compression;
using Alerts.Cases;
using Alerts.Watch;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Alerts.Storage.Blobs;

/// <summary>Snapshots as blobs <c>sha256/ab/cd…</c>, gzipped, never overwritten.</summary>
public sealed class SnapshotBlobs(BlobServiceClient blobs) : ISnapshotStore
{
    public const string Container = "snapshots";

    private const string Folder = "sha256/";

    private readonly BlobContainerClient container = blobs.GetBlobContainerClient(Container);

    public async Task StoreAsync(Fetched fetched, CancellationToken cancellation)
    {
        var options = new BlobUploadOptions
        {
            Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All },

            // Not the page's own type: a browser that is led here shall not run it.
            HttpHeaders = new BlobHttpHeaders { ContentType = "application/gzip" },
            Metadata = SnapshotMetadata.Of(fetched),
        };
        try
        {
            await Blob(fetched.Digest).UploadAsync(new BinaryData(Compress(fetched.Body)), options, cancellation);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            // The same bytes are there already; the first retrieval stands.
        }
    }

    public async Task<Fetched?> FindAsync(string digest, CancellationToken cancellation)
    {
        try
        {
            var stored = (await Blob(digest).DownloadContentAsync(cancellation)).Value;
            var body = Decompress(stored.Content);
            return body is not null && StableId.Digest(body) == digest
                ? SnapshotMetadata.Fetched(stored.Details.Metadata, body)
                : throw new InvalidDataException($"The snapshot {digest} holds other bytes than its name says; it proves nothing any more.");
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public IAsyncEnumerable<SnapshotEntry> ListAsync(CancellationToken cancellation) => container
        .GetBlobsAsync(new GetBlobsOptions { Prefix = Folder, Traits = BlobTraits.Metadata }, cancellation)
        .Select(blob => SnapshotMetadata.Entry(blob.Name[Folder.Length..].Replace("/", "", StringComparison.Ordinal), blob.Metadata));

    private BlobClient Blob(string digest) => digest.Length == 64 && digest.All(char.IsAsciiHexDigitLower)
        ? container.GetBlobClient($"{Folder}{digest[..2]}/{digest[2..]}")
        : throw new ArgumentException("A digest has 64 lower-case hex digits.", nameof(digest));

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    /// <returns>null where the bytes are no gzip.</returns>
    private static byte[]? Decompress(BinaryData compressed)
    {
        try
        {
            using var gzip = new GZipStream(compressed.ToStream(), CompressionMode.Decompress);
            using var body = new MemoryStream();
            gzip.CopyTo(body);
            return body.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
