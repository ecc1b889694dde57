using Alerts.Export;
using Alerts.Import;
using Alerts.Jobs;
using Azure.Storage.Blobs;

namespace Alerts.EndToEnd.Pipeline;

public class BackupStories(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_brings_back_every_case_and_all_that_happened_into_an_empty_account_and_alerts_nobody()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();

        var report = await world.Get<Backup>().RunAsync(Cancellation);
        var backup = await world.Get<BlobServiceClient>().GetBlobContainerClient("backups").GetBlobClient("2026-03-02.json").DownloadContentAsync(Cancellation);

        Assert.Equal((2, 1, 1), (report.Cases, report.Events, report.Sources));
        Assert.DoesNotContain("family.example", backup.Value.Content.ToString(), StringComparison.Ordinal);
        await using var restored = await World.StartAsync(azurite);
        var reading = ImportReader.Read(backup.Value.Content.ToString(), "2026-03-02.json");
        Assert.Empty(reading.Errors);
        await restored.Get<Importer>().RunAsync(reading.File!, Cancellation);
        Assert.Equal(await ExportAsync(world), await ExportAsync(restored));
        await restored.RunAsync();
        Assert.Empty(restored.Mails);
    }

    private static async Task<string> ExportAsync(World world)
    {
        await using var text = new StringWriter();
        await world.Get<Exporter>().WriteAsync(new ExportScope(Enum.GetValues<ExportSection>(), Cases: null), ImportFormat.Json, text, done: null, Cancellation);
        return text.ToString();
    }
}
