using System.Text;
using Alerts.Cases;
using Alerts.Storage.Blobs;
using Alerts.Watch;
using Azure.Storage.Blobs;

namespace Alerts.EndToEnd.Storage;

public class SnapshotStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_bytes_received_are_found_by_their_digest()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var snapshots = storage.Get<ISnapshotStore>();
        var fetched = Page("<p>Marat was released</p>");

        await snapshots.StoreAsync(fetched, Cancellation);

        var found = await snapshots.FindAsync(fetched.Digest, Cancellation);
        Assert.Equal(fetched.Body, found!.Body);
        Assert.Equal((fetched.Url, fetched.Status, fetched.RetrievedAt, "text/html"), (found.Url, found.Status, found.RetrievedAt, found.MediaType));
        Assert.Equal([fetched.Digest], await snapshots.ListAsync(Cancellation).Select(s => s.Digest).ToListAsync(Cancellation));
        Assert.Null(await snapshots.FindAsync(StableId.Digest("other"u8), Cancellation));
    }

    [Fact]
    public async Task A_snapshot_is_never_overwritten()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var snapshots = storage.Get<ISnapshotStore>();
        await snapshots.StoreAsync(Page("<p>Marat was released</p>"), Cancellation);

        await snapshots.StoreAsync(Page("<p>Marat was released</p>") with { Status = 203, Url = new Uri("https://mirror.example/") }, Cancellation);

        Assert.Equal("200", (await MetadataAsync(storage, Page("<p>Marat was released</p>").Digest))["status"]);
    }

    [Fact]
    public async Task A_snapshot_tells_where_when_and_how_it_was_received()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var fetched = Page("<p>Marat was released</p>") with
        {
            Url = new Uri("https://user:word@новости.example/статья?q=ж"),
            Headers = new Dictionary<string, string> { ["etag"] = "\"1\"", ["set-cookie"] = "id=7", ["x-title"] = "Новости 😀\u0001" },
        };

        await storage.Get<ISnapshotStore>().StoreAsync(fetched, Cancellation);

        var metadata = await MetadataAsync(storage, fetched.Digest);
        Assert.Equal("https://xn--b1amnebsh.example/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F?q=%D0%B6", metadata["url"]);
        Assert.Equal("2026-03-01T12:00:00.0000000+00:00", metadata["retrieved"]);
        Assert.Contains("etag", metadata["headers"], StringComparison.Ordinal);
        Assert.DoesNotContain("cookie", metadata["headers"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_headers_a_server_sends_the_snapshot_is_stored()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var snapshots = storage.Get<ISnapshotStore>();
        var fetched = Page("<p>Marat was released</p>") with
        {
            Url = new Uri("https://news.example/" + new string('x', 5000)),
            Headers = Enumerable.Range(0, 200).ToDictionary(n => $"x-{n}", n => new string('ж', n * 10)),
        };

        await snapshots.StoreAsync(fetched, Cancellation);

        Assert.NotNull(await snapshots.FindAsync(fetched.Digest, Cancellation));
        var metadata = await MetadataAsync(storage, fetched.Digest);
        Assert.InRange(metadata.Sum(m => m.Key.Length + m.Value.Length), 1, 8 * 1024);
        Assert.All(metadata.Values, value => Assert.True(Ascii.IsValid(value)));
    }

    [Fact]
    public async Task A_snapshot_that_was_tampered_with_is_refused()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var snapshots = storage.Get<ISnapshotStore>();
        var (real, forged) = (Page("<p>Marat was released</p>"), Page("<p>Marat was never held</p>"));
        await snapshots.StoreAsync(forged, Cancellation);
        var bytes = await Blob(storage, forged.Digest).DownloadContentAsync(Cancellation);
        await Blob(storage, real.Digest).UploadAsync(bytes.Value.Content, Cancellation);

        await Assert.ThrowsAsync<InvalidDataException>(() => snapshots.FindAsync(real.Digest, Cancellation));
    }

    private static Fetched Page(string html) => new()
    {
        Url = new Uri("https://news.example/1"),
        FinalUrl = new Uri("https://news.example/1"),
        Outcome = FetchOutcome.Fetched,
        Status = 200,
        Body = Encoding.UTF8.GetBytes(html),
        RetrievedAt = Sample.Noon,
    };

    private static BlobClient Blob(TestStorage storage, string digest) => storage.Get<BlobServiceClient>()
        .GetBlobContainerClient(SnapshotBlobs.Container)
        .GetBlobClient($"sha256/{digest[..2]}/{digest[2..]}");

    private static async Task<IDictionary<string, string>> MetadataAsync(TestStorage storage, string digest) =>
        (await Blob(storage, digest).GetPropertiesAsync(cancellationToken: Cancellation)).Value.Metadata;
}
