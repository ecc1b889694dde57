using System.Text;
using Alerts.Cases;

namespace Alerts.EndToEnd.Pipeline;

public class BadInputStories(AzuriteFixture azurite)
{
    private const string Told = "<p>On 28 February 2026 the police arrested Mira Solen.</p>";

    public static readonly TheoryData<string, Action<LoopbackSite>> Breakages = new()
    {
        { "not-found", site => site.Answer("/mira", 404) },
        { "server-error", site => site.Answer("/mira", 500) },
        { "empty-body", site => site.Answer("/mira", 200, "text/html") },
        { "no-text", site => site.Answer("/mira", 200, "text/html", "<html><body><script>let x</script></body></html>") },
        { "unsupported-type", site => site.Answer("/mira", 200, "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) },
        { "wrong-charset", site => site.Answer("/mira", 200, "text/html; charset=utf-8", [.. "<html><body><p>"u8, .. Garbage(), .. "</p></body></html>"u8]) },
        { "timed-out", site => site.Answer("/mira", context => Task.Delay(Timeout.Infinite, context.RequestAborted)) },
    };

    [Theory]
    [MemberData(nameof(Breakages))]
    public async Task What_cannot_be_read_is_named_on_the_source_and_leaves_the_case_alone(string outcome, Action<LoopbackSite> breakIt)
    {
        await using var world = await World.StartAsync(azurite, new Dictionary<string, string?> { ["Fetch:ReadTimeout"] = "00:00:01" });
        world.Site.Page("/mira", "News", "2026-03-01", Told);
        await world.FollowPageAsync();
        await world.RunAsync();
        var before = await world.CaseAsync("mira-solen");

        breakIt(world.Site);
        await world.RunAfterAsync(TimeSpan.FromHours(2));

        var source = await world.SourceAsync("the-page");
        Assert.Equal(outcome, source.Outcome);
        Assert.NotEmpty(source.Problem!);
        Assert.Equal(1, source.Failures);
        Assert.Equal(before.State.Status, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task A_source_that_heals_is_read_again_from_where_it_was()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Told);
        await world.FollowPageAsync();
        await world.RunAsync();
        world.Site.Answer("/mira", 503);
        await world.RunAfterAsync(TimeSpan.FromHours(2));

        world.Site.Page("/mira", "News", "2026-03-01", Told);
        await world.RunAfterAsync(TimeSpan.FromDays(2));

        var source = await world.SourceAsync("the-page");
        Assert.Equal(("unchanged", 0), (source.Outcome, source.Failures));
        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task One_article_that_is_gone_does_not_keep_the_others_of_its_list_from_being_read()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/news", 200, "text/html", """<html><body><a href="/news/gone">Gone</a> <a href="/news/1">Arrest</a></body></html>""");
        world.Site.Page("/news/1", "Arrest", "2026-03-01", Told);
        await world.FollowAsync($"""
            sources:
              - id: a-list
                kind: list
                url: "{world.Site.At("/news")}"
                follow: /news/*
            """);
        await world.RunAsync();

        Assert.Equal(CaseStatus.Detained, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Contains("1 of 2 articles could not be read", (await world.SourceAsync("a-list")).Problem);
    }

    private static byte[] Garbage()
    {
        var random = new Random(7);
        var bytes = new byte[4000];
        random.NextBytes(bytes);
        return [.. bytes.Select(b => (byte)(b | 0x80))];
    }
}
