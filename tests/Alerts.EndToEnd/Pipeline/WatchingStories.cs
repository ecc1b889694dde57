using Alerts.Cases;
using Alerts.Reconcile;
using Alerts.Watch;
using Microsoft.Extensions.Logging;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>Watching over days: failing and healing, hosts that want to be left alone, pages that are no news.</summary>
public class WatchingStories(AzuriteFixture azurite)
{
    private const string Free = "<p>Mira Solen writes about rivers and their banks. She lives in the old town.</p>";
    private const string Arrested = "<p>On 1 March 2026 the police arrested Mira Solen.</p>";

    [Fact]
    public async Task A_source_that_fails_twice_is_told_of_once_and_healed_once()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Free);
        await world.FollowPageAsync();
        await world.RunAsync();
        world.Site.Answer("/mira", 500);
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Empty(world.Logged.At(LogLevel.Error));

        for (var day = 0; day < 3; day++)
        {
            await world.RunAfterAsync(TimeSpan.FromDays(2));
        }

        Assert.Contains("the-page", Assert.Single(world.Logged.At(LogLevel.Error)));
        Assert.NotNull((await world.SourceAsync("the-page")).FailingSince);

        world.Site.Page("/mira", "News", "2026-03-01", Free);
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        Assert.Single(world.Logged.At(LogLevel.Error));
        Assert.Single(world.Logged.At(LogLevel.Warning), l => l.Contains("well again", StringComparison.Ordinal));
        Assert.Null((await world.SourceAsync("the-page")).FailingSince);
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is_not_asked_for_its_other_sources_and_that_is_no_failure_of_theirs()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/one", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        world.Site.Page("/two", "Two", "2026-03-01", Arrested);
        await FollowAsync(world, "/one", "/two");
        await Due(world, "one", TimeSpan.FromMinutes(-1));
        await world.RunAsync();

        Assert.Equal(["/one"], world.Site.Requests.Select(r => r.Path));
        Assert.Equal(("too-many-requests", 1), ((await world.SourceAsync("one")).Outcome, (await world.SourceAsync("one")).Failures));
        var two = await world.SourceAsync("two");
        Assert.Equal((0, World.Start + TimeSpan.FromHours(1)), (two.Failures, two.NextDue));

        await world.RunAfterAsync(TimeSpan.FromMinutes(30));
        Assert.Single(world.Site.Requests);

        await world.RunAfterAsync(TimeSpan.FromMinutes(31));
        Assert.Contains(world.Site.Requests, r => r.Path == "/two");
        Assert.Equal(CaseStatus.Detained, (await world.CaseAsync("mira-solen")).State.Status);
    }

    [Theory]
    [InlineData("challenged", "<html><head><title>Just a moment...</title></head><body><p>Mira Solen was arrested on 1 March 2026.</p></body></html>")]
    [InlineData("error-page", "<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1><p>Mira Solen was arrested on 1 March 2026.</p></body></html>")]
    [InlineData("error-page", "<html><head><title>Under maintenance</title></head><body><p>On 1 March 2026 the police arrested Mira Solen.</p></body></html>")]
    public async Task What_stands_in_the_place_of_a_page_moves_no_case_and_alerts_nobody(string outcome, string html)
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Free);
        await world.FollowPageAsync();
        await world.RunAsync();
        var before = await world.SourceAsync("the-page");

        world.Site.Answer("/mira", 200, "text/html", html);
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(outcome, (await world.SourceAsync("the-page")).Outcome);
        Assert.Empty((await world.CaseAsync("mira-solen")).Events);

        world.Site.Page("/mira", "News", "2026-03-01", Free);
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        var after = await world.SourceAsync("the-page");
        Assert.Equal(("unchanged", before.ContentHash, before.LastChange), (after.Outcome, after.ContentHash, after.LastChange));
        Assert.Empty(world.Receiver.Requests);
    }

    [Fact]
    public async Task A_page_that_goes_back_to_what_it_was_has_changed_twice_and_alerts_once()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Free);
        await world.FollowPageAsync();
        await world.RunAsync();
        var first = await world.SourceAsync("the-page");

        world.Site.Page("/mira", "News", "2026-03-01", Arrested);
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        var second = await world.SourceAsync("the-page");
        Assert.Equal(("changed", first.Digest, World.Start + TimeSpan.FromDays(1)), (second.Outcome, second.PreviousDigest, second.LastChange));

        world.Site.Page("/mira", "News", "2026-03-01", Free);
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        var third = await world.SourceAsync("the-page");
        Assert.Equal(("changed", first.Digest, second.Digest, World.Start + TimeSpan.FromDays(2)), (third.Outcome, third.Digest, third.PreviousDigest, third.LastChange));

        world.Site.Page("/mira", "News", "2026-03-01", Arrested);
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(second.Digest, (await world.SourceAsync("the-page")).Digest);
        Assert.Single(world.Receiver.Requests);
        Assert.Equal(2, await SnapshotsAsync(world));
    }

    [Theory]
    [InlineData("page")]
    [InlineData("feed")]
    public async Task A_sentence_that_stood_there_before_its_case_was_followed_alerts_nobody(string kind)
    {
        await using var world = await World.StartAsync(azurite);
        var told = "<p>On 1 March 2026 the police arrested Ilya Marov.</p>";
        Put(world, kind, told);
        await world.FollowAsync($"""
            sources:
              - id: the-source
                kind: {kind}
                url: "{world.Site.At("/news")}"
            """);
        await world.RunAsync();

        await world.Get<ICaseStore>().PutAsync(new Case { Id = "ilya-marov", Kind = CaseKind.Person, Name = "Ilya Marov", Gender = Gender.Male, Country = "KZ" }, TestContext.Current.CancellationToken);
        Put(world, kind, told + "<p>The town council met on Monday and spoke of the roads.</p>");
        await world.RunAfterAsync(TimeSpan.FromDays(1));

        Assert.Equal("changed", (await world.SourceAsync("the-source")).Outcome);
        Assert.Equal(CaseStatus.Detained, (await world.CaseAsync("ilya-marov")).State.Status);
        Assert.Empty(world.Receiver.Requests);
    }

    [Fact]
    public async Task What_the_robots_file_forbids_is_not_asked_for_and_the_operator_learns_why()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/robots.txt", 200, "text/plain", "User-agent: *\nDisallow: /mira\n");
        world.Site.Page("/mira", "News", "2026-03-01", Arrested);
        await world.FollowPageAsync();
        await world.RunAsync();

        var source = await world.SourceAsync("the-page");
        Assert.Equal("disallowed-by-robots", source.Outcome);
        Assert.Contains("robots.txt", source.Problem);
        Assert.DoesNotContain(world.Site.Requests, r => r.Path == "/mira");
        var run = await world.CommandAsync("sources", "test", world.Site.At("/mira").AbsoluteUri);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("disallowed-by-robots: The robots.txt of 127.0.0.1 does not let robots read /mira.", run.Error);
    }

    private static void Put(World world, string kind, string html)
    {
        if (kind == "page")
        {
            world.Site.Page("/news", "News", "2026-03-01", html);
        }
        else
        {
            world.Site.Answer("/news", 200, "application/rss+xml", $"""
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><link>{world.Site.Address}</link><description>d</description>
                <item><title>News</title><link>{world.Site.At("/news/1")}</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[{html}]]></content:encoded></item></channel></rss>
                """);
        }
    }

    private static async Task<int> SnapshotsAsync(World world) =>
        await world.Get<ISnapshotStore>().ListAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken);

    private static Task FollowAsync(World world, params string[] paths) => world.FollowAsync($"""
        sources:
        {string.Concat(paths.Select(path => $"  - id: {path[1..]}\n    kind: page\n    url: \"{world.Site.At(path)}\"\n"))}
        """);

    private static async Task Due(World world, string id, TimeSpan later)
    {
        var sources = world.Get<ISourceStore>();
        var watched = (await sources.FindAsync(id, TestContext.Current.CancellationToken))!;
        await sources.SaveAsync([watched with { State = watched.State with { NextDue = World.Start + later } }], TestContext.Current.CancellationToken);
        var other = (await sources.FindAsync("two", TestContext.Current.CancellationToken))!;
        await sources.SaveAsync([other with { State = other.State with { NextDue = World.Start } }], TestContext.Current.CancellationToken);
    }
}
