using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Watch;

namespace Alerts.Tests.Read.Listings;

public class SitemapReaderTests
{
    private readonly ListingReader reader = new(new FeedReader(), new LinkReader());

    [Fact]
    public void A_news_sitemap_is_read_newest_first()
    {
        var listing = Read("""
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc>https://watch.example/about</loc></url>
              <url><loc> https://watch.example/news/7 </loc><lastmod>2025-02-03</lastmod></url>
              <url><loc>https://watch.example/news/8</loc><news:news><news:publication><news:name>Watch</news:name></news:publication>
                <news:publication_date>2025-02-04T10:00:00+03:00</news:publication_date><news:title>Editor freed</news:title></news:news></url>
              <url><loc>mailto:x@watch.example</loc></url>
            </urlset>
            """);

        Assert.Equal(ReadProblem.None, listing.Problem);
        Assert.Equal(["https://watch.example/news/8", "https://watch.example/news/7", "https://watch.example/about"], listing.Articles.Select(a => a.Url.AbsoluteUri));
        Assert.Equal(("Editor freed", new DateOnly(2025, 2, 4)), (listing.Articles[0].Title, listing.Articles[0].Published));
        Assert.Equal((null, new DateTimeOffset(2025, 2, 3, 0, 0, 0, TimeSpan.Zero)), (listing.Articles[1].Published, listing.Articles[1].Modified));
    }

    [Fact]
    public void Only_what_the_pattern_names_is_followed() => Assert.Equal(
        ["https://watch.example/news/7"],
        Read("<urlset><url><loc>https://watch.example/news/7</loc></url><url><loc>https://watch.example/about</loc></url></urlset>", "/news/*").Articles.Select(a => a.Url.AbsoluteUri));

    [Fact]
    public void An_index_names_its_newest_parts()
    {
        var parts = string.Concat(Enumerable.Range(1, 9).Select(m => $"<sitemap><loc>https://watch.example/map-{m}.xml</loc><lastmod>2025-0{m}-01</lastmod></sitemap>"));

        Assert.Equal(["https://watch.example/map-9.xml", "https://watch.example/map-8.xml", "https://watch.example/map-7.xml"], Read($"<sitemapindex>{parts}</sitemapindex>").Parts.Select(p => p.AbsoluteUri));
    }

    [Theory]
    [InlineData("<html><body/></html>", "<html>")]
    [InlineData("<urlset><url>", "not closed")]
    [InlineData("<!DOCTYPE urlset [<!ENTITY a 'aaaa'>]><urlset><url><loc>&a;</loc></url></urlset>", "document type")]
    public void What_is_no_sitemap_is_named_so(string xml, string explanation)
    {
        var listing = Read(xml);

        Assert.Equal(ReadProblem.Malformed, listing.Problem);
        Assert.Contains(explanation, listing.Explanation, StringComparison.Ordinal);
    }

    private Listing Read(string xml, string? follow = null) =>
        reader.Read(Documents.Xml(xml), new Source { Id = "map", Kind = SourceKind.Sitemap, Url = new Uri("https://watch.example/sitemap.xml"), Name = "map", Follow = follow });
}
