namespace Alerts.EndToEnd.Pipeline;

/// <summary><c>alerts sources test</c> at an address that nobody knows yet.</summary>
public class SourceTestStories(AzuriteFixture azurite)
{
    private const string Told = "On 28 February 2026 the police arrested Mira Solen in the old town, as her lawyer said on the phone.";

    public static readonly TheoryData<string, string, string, string> Guesses = new()
    {
        { "page", "text/html", $"<html lang=\"en\"><head><title>Arrest</title></head><body><p>{Told}</p></body></html>", "no date of publication found · language en" },
        { "list", "text/html", $"<html><body>{string.Concat(Enumerable.Range(1, 9).Select(n => $"<a href=\"/news/{n}\">A headline of some length, number {n}</a>"))}</body></html>", "9 articles would be read:" },
        { "feed", "application/rss+xml", "<rss version=\"2.0\"><channel><title>F</title><item><title>Arrest</title><link>http://site.example/1</link></item></channel></rss>", "read at its page" },
        { "feed", "text/html", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>F</title><item><title>Arrest</title><link>http://site.example/1</link></item></channel></rss>", "1 article would be read:" },
        { "feed", "application/json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"http://site.example/1\",\"title\":\"Arrest\",\"content_text\":\"" + Told + "\"}]}", "told whole here" },
        { "sitemap", "application/xml", "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>http://site.example/1</loc></url></urlset>", "http://site.example/1" },
        { "sitemap", "text/xml", "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>", "/news.xml" },
        { "page", "text/plain", Told, "Mira Solen" },
    };

    [Theory]
    [MemberData(nameof(Guesses))]
    public async Task The_kind_is_guessed_and_what_would_be_read_is_shown(string kind, string type, string body, string shown)
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/x", 200, type, body);
        await world.FollowAsync("");

        var run = await world.CommandAsync("sources", "test", world.Site.At("/x").AbsoluteUri);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"guessed kind  {kind}\n", run.Output);
        Assert.Contains("robots.txt allows it", run.Output);
        Assert.Contains(shown, run.Output);
        Assert.Equal(kind == "page" || shown == "told whole here", run.Output.Contains("mira-solen  detained", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_feeds_that_a_page_announces_are_named()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/", 200, "text/html", $"<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed\"></head><body><p>{Told}</p></body></html>");

        var run = await world.CommandAsync("sources", "test", world.Site.Address.AbsoluteUri);

        Assert.Contains($"its feed      {world.Site.At("/feed")}", run.Output);
    }

    [Fact]
    public async Task An_API_is_named_as_such_with_the_paths_that_it_needs_and_read_once_they_are_given()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/api", 200, "application/json", $$"""{"rows":[{"body":"{{Told}}"}]}""");
        await world.FollowAsync("");

        var guessed = await world.CommandAsync("sources", "test", world.Site.At("/api").AbsoluteUri);
        var given = await world.CommandAsync("sources", "test", world.Site.At("/api").AbsoluteUri, "--kind", "json", "--items", "rows", "--text", "body");

        Assert.Equal(2, guessed.ExitCode);
        Assert.Contains("guessed kind  json", guessed.Output);
        Assert.Contains("--items", guessed.Error);
        Assert.Equal((0, ""), (given.ExitCode, given.Error));
        Assert.Contains("mira-solen  detained", given.Output);
    }

    [Theory]
    [InlineData(404, "text/html", "", "not-found: 127.0.0.1 has no such page (HTTP 404).")]
    [InlineData(200, "image/png", "x", "unsupported-type: 127.0.0.1 sent image/png")]
    [InlineData(200, "text/html", "<html><title>404 Not Found</title><p>Page not found</p></html>", "error-page:")]
    [InlineData(200, "application/xml", "<rss version=\"2.0\"><channel>", "malformed:")]
    [InlineData(200, "application/pdf", "%PDF-1.4 and no more", "malformed:")]
    public async Task What_cannot_be_read_ends_with_1_and_the_reason(int status, string type, string body, string reason)
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/x", status, type, body);

        var run = await world.CommandAsync("sources", "test", world.Site.At("/x").AbsoluteUri);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Error);
    }

    [Fact]
    public async Task A_private_address_is_refused_with_the_way_to_allow_it()
    {
        await using var world = await World.StartAsync(azurite);

        var run = await world.CommandAsync("sources", "test", "http://10.0.0.1/");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("refused-address: 10.0.0.1 is not called: only public addresses are called, and this one is private.", run.Error);
        Assert.Contains("OutsideHttp:AllowedHosts", run.Error);
    }
}
