using Alerts.EndToEnd.Cli;
using Alerts.Storage.Blobs;
using Alerts.Watch;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>What an operator sees of the sources: show, diff, test, and the snapshots that prove it.</summary>
public class OperatorCommandStories(AzuriteFixture azurite)
{
    private const string Before = "<p>Mira Solen writes about rivers and their banks. She lives in the old town.</p>";
    private const string After = "<p>Mira Solen writes about rivers and their banks. On 2 March 2026 the police arrested Mira Solen.</p>";

    [Fact]
    public async Task A_source_is_shown_with_its_checks_its_last_change_and_when_it_is_due()
    {
        await using var world = await ChangedAsync();

        var run = await world.CommandAsync("sources", "show", "the-page");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("page · " + world.Site.At("/mira"), run.Output);
        Assert.Matches(@"Health\s+healthy", run.Output);
        Assert.Matches(@"Checks made\s+2", run.Output);
        Assert.Matches(@"Last check\s+2026-03-03 09:00 UTC \(.* ago\): changed", run.Output);
        Assert.Matches(@"Last success\s+2026-03-03 09:00 UTC", run.Output);
        Assert.Matches(@"Last change\s+2026-03-03 09:00 UTC", run.Output);
        Assert.Matches(@"Next due\s+\S+", run.Output);
        Assert.Contains((await world.SourceAsync("the-page")).Digest!, run.Output);
        Assert.Equal(2, (await world.CommandAsync("sources", "show", "the-pag")).ExitCode);
        Assert.Contains("the-page", (await world.CommandAsync("sources", "show", "the-pag")).Error);
    }

    [Fact]
    public async Task A_subscription_to_a_source_that_is_neither_in_the_file_nor_stored_ends_with_2()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowPageAsync();
        using var folder = new TempFolder();
        var (stored, nowhere) = (folder.Write("stored.yaml", Following("the-page")), folder.Write("nowhere.yaml", Following("the-pages")));

        var refused = await world.CommandAsync("import", nowhere);

        Assert.Equal(0, (await world.CommandAsync("import", stored)).ExitCode);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains($"{nowhere}:1:49: there is no source \"the-pages\", neither in this file nor stored; did you mean \"the-page\"?", refused.Error);

        static string Following(string source) => $"subscriptions: [{{email: r@example.org, topics: [source:{source}]}}]";
    }

    [Fact]
    public async Task The_last_change_is_shown_sentence_by_sentence()
    {
        await using var world = await ChangedAsync();

        var run = await world.CommandAsync("sources", "diff", "the-page");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("2026-03-02 09:00:00Z → 2026-03-03 09:00:00Z", run.Output);
        Assert.Contains("- She lives in the old town.", run.Output);
        Assert.Contains("+ On 2 March 2026 the police arrested Mira Solen.", run.Output);
        Assert.DoesNotContain("rivers", run.Output);
        Assert.Contains("  Mira Solen writes about rivers and their banks.", (await world.CommandAsync("sources", "diff", "the-page", "--all")).Output);
    }

    [Fact]
    public async Task A_source_that_never_changed_has_no_difference_to_show()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Before);
        await world.FollowPageAsync();
        await world.RunAsync();

        var run = await world.CommandAsync("sources", "diff", "the-page");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the-page has not changed since it was first read.", run.Error);
    }

    [Fact]
    public async Task The_difference_of_an_entry_that_a_feed_holds_whole_is_shown_too()
    {
        await using var world = await World.StartAsync(azurite);
        PutFeed(world, "The council met. It spoke of roads.");
        await world.FollowAsync($"""
            sources:
              - id: a-feed
                kind: feed
                url: "{world.Site.At("/feed")}"
            """);
        await world.RunAsync();
        PutFeed(world, "The council met. It spoke of bridges.");
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        var run = await world.CommandAsync("sources", "diff", "a-feed");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("- It spoke of roads.", run.Output);
        Assert.Contains("+ It spoke of bridges.", run.Output);
    }

    [Fact]
    public async Task Each_change_left_one_snapshot_and_a_forged_one_is_named()
    {
        await using var world = await ChangedAsync();
        var source = await world.SourceAsync("the-page");

        var shown = await world.CommandAsync("snapshots", "show", source.Digest!);
        Assert.Equal((0, ""), (shown.ExitCode, shown.Error));
        Assert.Contains($"received 2026-03-03 09:00:00Z · HTTP 200 · text/html", shown.Output);
        Assert.Contains("hash verified", shown.Output);
        Assert.Contains("content-type: text/html; charset=utf-8", shown.Output);
        Assert.Contains("On 2 March 2026 the police arrested Mira Solen.", shown.Output);

        var sound = await world.CommandAsync("snapshots", "verify");
        Assert.Equal((0, "2 snapshots hold what their names say, 0 do not."), (sound.ExitCode, sound.Output.Trim()));

        var blobs = world.Host.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(SnapshotBlobs.Container);
        var forged = await blobs.GetBlobClient(Name(source.PreviousDigest!)).DownloadContentAsync(TestContext.Current.CancellationToken);
        await blobs.GetBlobClient(Name(source.Digest!)).UploadAsync(forged.Value.Content, overwrite: true, TestContext.Current.CancellationToken);

        var broken = await world.CommandAsync("snapshots", "verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains(source.Digest!, broken.Output);
        Assert.DoesNotContain(source.PreviousDigest!, broken.Output);
        Assert.Contains("1 snapshots hold what their names say, 1 do not.", broken.Output);
        Assert.Equal(1, (await world.CommandAsync("snapshots", "show", source.Digest!)).ExitCode);
        Assert.Equal(2, (await world.CommandAsync("snapshots", "show", new string('0', 64))).ExitCode);
        Assert.Equal(2, (await world.CommandAsync("snapshots", "verify", "nonsense")).ExitCode);
    }

    private static string Name(string digest) => $"sha256/{digest[..2]}/{digest[2..]}";

    private static void PutFeed(World world, string text) => world.Site.Answer("/feed", 200, "application/feed+json", $$"""
        {"version":"https://jsonfeed.org/version/1.1","title":"F","items":[
        {"id":"{{world.Site.At("/1")}}","title":"Council","content_text":"{{text}}"},
        {"id":"{{world.Site.At("/2")}}","title":"Weather","content_text":"It rained on Monday and on Tuesday."}]}
        """);

    private async Task<World> ChangedAsync()
    {
        var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Before);
        await world.FollowPageAsync();
        await world.RunAsync();
        world.Site.Page("/mira", "News", "2026-03-02", After);
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        return world;
    }
}
