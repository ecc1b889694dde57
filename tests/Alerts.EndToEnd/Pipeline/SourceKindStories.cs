using Alerts.Cases;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>One story for each kind of source, from the site to the alert.</summary>
public class SourceKindStories(AzuriteFixture azurite)
{
    private const string Arrest = "On 28 February 2026 the police arrested Mira Solen.";

    [Theory]
    [InlineData("application/rss+xml", """<rss version="2.0"><channel><title>F</title><link>SITE</link><description>d</description><item><title>Arrest</title><link>SITEnews/1</link><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate><description>Short</description></item></channel></rss>""")]
    [InlineData("application/atom+xml", """<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>F</title><updated>2026-03-01T08:00:00Z</updated><entry><id>e</id><title>Arrest</title><link href="SITEnews/1"/><updated>2026-03-01T08:00:00Z</updated><summary>Short</summary></entry></feed>""")]
    [InlineData("application/feed+json", """{"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"1","url":"SITEnews/1","title":"Arrest","summary":"Short","date_published":"2026-03-01T08:00:00Z"}]}""")]
    public async Task A_feed_that_holds_summaries_is_read_at_the_pages_it_names(string type, string feed)
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/feed", 200, type, feed.Replace("SITE", world.Site.Address.AbsoluteUri, StringComparison.Ordinal));
        world.Site.Page("/news/1", "Arrest", "2026-03-01", $"<p>{Arrest}</p>");
        await FollowAsync(world, "feed", "/feed");

        await AssertToldAsync(world, world.Site.At("/news/1"));
    }

    [Fact]
    public async Task A_feed_that_holds_its_articles_whole_is_read_without_their_pages()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/feed.json", 200, "application/feed+json", $$"""
            {"version":"https://jsonfeed.org/version/1.1","title":"F","items":[{"id":"{{world.Site.At("/news/1")}}","title":"Arrest","content_text":"{{Arrest}}","date_published":"2026-03-01T08:00:00Z"}]}
            """);
        await FollowAsync(world, "feed", "/feed.json");

        await AssertToldAsync(world, world.Site.At("/news/1"));
        Assert.Single(world.Site.Requests);
    }

    [Fact]
    public async Task A_sitemap_index_leads_to_the_pages_of_its_news_sitemap()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/sitemap.xml", 200, "application/xml", $"""
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{world.Site.At("/news.xml")}</loc><lastmod>2026-03-01</lastmod></sitemap></sitemapindex>
            """);
        world.Site.Answer("/news.xml", 200, "application/xml", $"""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
            <url><loc>{world.Site.At("/news/1")}</loc><news:news><news:publication_date>2026-03-01</news:publication_date><news:title>Arrest</news:title></news:news></url>
            <url><loc>{world.Site.At("/shop/1")}</loc></url>
            </urlset>
            """);
        world.Site.Page("/news/1", "Arrest", "2026-03-01", $"<p>{Arrest}</p>");
        await FollowAsync(world, "sitemap", "/sitemap.xml", "follow: /news/*");

        await AssertToldAsync(world, world.Site.At("/news/1"));
        Assert.DoesNotContain(world.Site.Requests, r => r.Path == "/shop/1");
    }

    [Fact]
    public async Task An_API_is_read_by_the_paths_its_owner_gave()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/api", 200, "application/json", $$"""{"data": {"rows": [{"no": 7, "head": "Arrest", "body": "{{Arrest}}", "day": "2026-03-01"}] } }""");
        await FollowAsync(world, "json", "/api", "items: data.rows", "text: body", "title: head", "date: day", "link: \"join('', ['/rulings/', to_string(no)])\"");

        await AssertToldAsync(world, world.Site.At("/rulings/7"));
        Assert.Single(world.Site.Requests);
    }

    [Fact]
    public async Task A_PDF_is_read()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Answer("/ruling.pdf", 200, "application/pdf", Pdf(Arrest));
        await FollowAsync(world, "pdf", "/ruling.pdf");

        await AssertToldAsync(world, world.Site.At("/ruling.pdf"));
    }

    [Theory]
    [InlineData("#news", ".old")]
    [InlineData("//div[@id='news']", "//p[@class='old']")]
    public async Task Of_a_page_only_the_selected_part_is_read_without_what_is_excluded(string select, string exclude)
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/page", "News", "2026-03-01", $"""
            <p>On 27 February 2026 a court sentenced Pavel Orlik to three years in prison.</p>
            <div id="news"><p>{Arrest}</p><p class="old">On 26 February 2026 Pavel Orlik was released.</p></div>
            """);
        await FollowAsync(world, "page", "/page", $"select: \"{select}\"", $"exclude: \"{exclude}\"");

        await AssertToldAsync(world, world.Site.At("/page"));
        Assert.Empty((await world.CaseAsync("pavel-orlik")).Events);
    }

    private static Task FollowAsync(World world, string kind, string path, params string[] more) => world.FollowAsync($"""
        sources:
          - id: the-source
            kind: {kind}
            url: "{world.Site.At(path)}"
        {string.Concat(more.Select(line => $"    {line}\n"))}
        """);

    private static async Task AssertToldAsync(World world, Uri proof)
    {
        await world.RunAsync();

        Assert.Equal(("changed", null), ((await world.SourceAsync("the-source")).Outcome, (await world.SourceAsync("the-source")).Problem));
        var found = Assert.Single((await world.CaseAsync("mira-solen")).Events);
        Assert.Equal((CaseEventType.Detained, Arrest, proof), (found.Type, found.Proof.Quote, found.Proof.Url));
        Assert.Single(world.Receiver.Requests);
    }

    private static byte[] Pdf(string line)
    {
        var builder = new PdfDocumentBuilder { DocumentInformation = { Title = "Ruling", CreationDate = "D:20260301100000Z" } };
        builder.AddPage(PageSize.A4).AddText(line, 12, new PdfPoint(50, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }
}
