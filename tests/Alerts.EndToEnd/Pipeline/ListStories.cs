using Alerts.Cases;
using Microsoft.Extensions.Logging;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>How a list is followed over days: nothing is lost, nothing is asked for without need.</summary>
public class ListStories(AzuriteFixture azurite)
{
    private const string Arrest = "<p>On 28 February 2026 the police arrested Mira Solen.</p>";

    [Fact]
    public async Task A_list_of_sixty_articles_is_read_in_two_checks_and_none_is_lost()
    {
        await using var world = await World.StartAsync(azurite);
        PutArticles(world, 60);
        world.Site.Page("/news/60", "Arrest", "2026-03-01", Arrest);
        await FollowAsync(world);
        await world.RunAsync();

        Assert.Equal(40, Articles(world).Count);
        Assert.Equal(World.Start + TimeSpan.FromMinutes(5), (await world.SourceAsync("a-list")).NextDue);

        await world.RunAfterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(60, Articles(world).Count);
        Assert.Equal(60, Articles(world).Distinct().Count());
        Assert.Equal(CaseStatus.Detained, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task An_article_is_read_again_when_it_is_due_and_only_then_and_its_change_is_told()
    {
        await using var world = await World.StartAsync(azurite);
        PutArticles(world, 1);
        await FollowAsync(world, "every: 10m");
        await world.RunAsync();
        world.Site.Page("/news/1", "Article 1", "2026-03-01", Arrest);

        await world.RunAfterAsync(TimeSpan.FromMinutes(12));
        Assert.Single(Articles(world));

        await world.RunAfterAsync(TimeSpan.FromMinutes(25));
        Assert.Equal(2, Articles(world).Count);
        Assert.Equal(CaseStatus.Detained, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task An_article_that_is_always_missing_is_not_asked_for_at_each_check_nor_is_the_list_failing_for_it()
    {
        await using var world = await World.StartAsync(azurite);
        PutArticles(world, 2);
        world.Site.Answer("/news/2", 404);
        await FollowAsync(world, "every: 10m");
        await world.RunAsync();
        for (var check = 0; check < 12; check++)
        {
            await world.RunAfterAsync(TimeSpan.FromMinutes(12));
        }

        Assert.InRange(Articles(world).Count(p => p == "/news/2"), 2, 6);
        Assert.Empty(world.Logged.At(LogLevel.Error));
        Assert.Null((await world.SourceAsync("a-list")).FailingSince);
    }

    [Fact]
    public async Task An_article_that_could_not_be_read_is_read_later_though_its_feed_stays_the_same()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/news", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.ContentType = "application/rss+xml";
            if (context.Request.Headers.IfNoneMatch == "\"1\"")
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            return context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"""
                <rss version="2.0"><channel><title>F</title><link>{world.Site.Address}</link><description>d</description><item><title>Arrest</title><link>{world.Site.At("/news/1")}</link></item></channel></rss>
                """)).AsTask();
        });
        world.Site.Answer("/news/1", 503);
        await FollowAsync(world, "feed", "every: 10m");
        await world.RunAsync();
        world.Site.Page("/news/1", "Arrest", "2026-03-01", Arrest);
        for (var check = 0; check < 6; check++)
        {
            await world.RunAfterAsync(TimeSpan.FromMinutes(12));
        }

        Assert.Equal(CaseStatus.Detained, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Equal(2, Articles(world).Count);
    }

    [Fact]
    public async Task A_list_that_shrinks_below_a_fifth_waits_for_a_person_is_told_once_and_read_again_once_accepted()
    {
        await using var world = await World.StartAsync(azurite);
        PutArticles(world, 20);
        await FollowAsync(world);
        await world.RunAsync();
        PutArticles(world, 3);
        world.Site.Page("/news/1", "Article 1", "2026-03-01", Arrest);
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        await world.RunAfterAsync(TimeSpan.FromDays(3));

        var source = await world.SourceAsync("a-list");
        Assert.Equal("shrunken", source.Outcome);
        Assert.Contains("alerts sources accept a-list", source.Problem);
        Assert.Equal(20, Articles(world).Count);
        Assert.Single(world.Logged.At(LogLevel.Error));

        var accepted = await world.CommandAsync("sources", "accept", "a-list");
        await world.RunAsync();

        Assert.Equal(0, accepted.ExitCode);
        Assert.Equal(("changed", 3d), ((await world.SourceAsync("a-list")).Outcome, (await world.SourceAsync("a-list")).UsualItems));
        Assert.Equal(CaseStatus.Detained, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Single(world.Logged.At(LogLevel.Warning), l => l.Contains("well again", StringComparison.Ordinal));
    }

    private static void PutArticles(World world, int count)
    {
        var numbers = Enumerable.Range(1, count).ToList();
        world.Site.Answer("/news", 200, "text/html", $"<html><body>{string.Concat(numbers.Select(n => $"<a href=\"/news/{n}\">Article {n}</a>"))}</body></html>");
        foreach (var n in numbers)
        {
            world.Site.Page($"/news/{n}", $"Article {n}", "2026-03-01", $"<p>The town council met for the {n}th time and spoke of the roads.</p>");
        }
    }

    private static List<string> Articles(World world) => [.. world.Site.Requests.Select(r => r.Path).Where(p => p.StartsWith("/news/", StringComparison.Ordinal))];

    private static Task FollowAsync(World world, string more = "") => FollowAsync(world, "list", more, "follow: /news/*");

    private static Task FollowAsync(World world, string kind, params string[] more) => world.FollowAsync($"""
        sources:
          - id: a-list
            kind: {kind}
            url: "{world.Site.At("/news")}"
        {string.Concat(more.Where(l => l.Length > 0).Select(line => $"    {line}\n"))}
        """);
}
