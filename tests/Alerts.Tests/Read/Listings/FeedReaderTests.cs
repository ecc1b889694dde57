using System.Text;
using Alerts.Read;
using Alerts.Read.Listings;

namespace Alerts.Tests.Read.Listings;

public class FeedReaderTests
{
    private readonly FeedReader reader = new();

    [Fact]
    public void An_RSS_feed_is_read()
    {
        var feed = Read("""
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Watch</title><link>https://watch.example</link><description/>
            <item><title>Journalist &amp;amp; poet freed</title><link>https://watch.example/news/7</link><pubDate>Mon, 03 Feb 2025 23:30:00 EST</pubDate>
              <description>Short.</description><content:encoded><![CDATA[<p>The whole &amp; all.</p>]]></content:encoded></item>
            <item><title>Only a summary</title><link>/news/8</link><description>&lt;p&gt;Short&lt;/p&gt;</description></item>
            <item><guid>https://watch.example/news/9</guid></item>
            <item><guid isPermaLink="false">tag:9</guid><title>No address</title></item>
            </channel></rss>
            """);

        Assert.Equal(ReadProblem.None, feed.Problem);
        Assert.Equal(
            [
                new ListedArticle(new Uri("https://watch.example/news/7"), "Journalist & poet freed", new DateOnly(2025, 2, 4), "<p>The whole &amp; all.</p>"),
                new ListedArticle(new Uri("https://watch.example/news/8"), "Only a summary", null, null),
                new ListedArticle(new Uri("https://watch.example/news/9"), "", null, null),
            ],
            feed.Articles);
    }

    [Fact]
    public void A_JSON_feed_is_read()
    {
        var feed = Read("""
            {"version": "https://jsonfeed.org/version/1.1", "title": "Watch", "items": [
              {"id": "1", "url": "https://watch.example/7", "title": "Seven", "content_html": "<p>All of it.</p>", "date_published": "2025-02-03T10:00:00Z", "date_modified": "2025-02-05T10:00:00Z"},
              {"id": "https://watch.example/8", "content_text": "1 < 2", "date_published": "soon"},
              {"url": "/9", "title": "Nine", "summary": "Short."},
              {"id": "no address"}, 7]}
            """);

        Assert.Equal(ReadProblem.None, feed.Problem);
        Assert.Equal(
            [
                new ListedArticle(new Uri("https://watch.example/7"), "Seven", new DateOnly(2025, 2, 3), "<p>All of it.</p>", new DateTimeOffset(2025, 2, 5, 10, 0, 0, TimeSpan.Zero)),
                new ListedArticle(new Uri("https://watch.example/8"), "", null, "1 &lt; 2"),
                new ListedArticle(new Uri("https://watch.example/9"), "Nine"),
                new ListedArticle(new Uri("https://watch.example/news/no%20address"), ""),
            ],
            feed.Articles);
    }

    [Fact]
    public void RSS_1_0_is_read()
    {
        var feed = Read("""
            <?xml version="1.0"?>
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel rdf:about="https://watch.example/"><title>Watch</title></channel>
            <item rdf:about="https://watch.example/7"><title>Seven &amp;amp; eight</title><link> https://watch.example/7 </link><dc:date>2025-02-03T10:00:00Z</dc:date><content:encoded>&lt;p&gt;All.&lt;/p&gt;</content:encoded></item>
            <item><title>No address</title></item>
            </rdf:RDF>
            """);

        Assert.Equal(new ListedArticle(new Uri("https://watch.example/7"), "Seven & eight", new DateOnly(2025, 2, 3), "<p>All.</p>"), Assert.Single(feed.Articles));
    }

    [Theory]
    [InlineData("0.91")]
    [InlineData("0.92")]
    [InlineData("2.0")]
    public void RSS_of_every_version_is_read(string version) =>
        Assert.Equal("A", Assert.Single(Read($"<rss xmlns:x='urn:x' version=\"{version}\"><channel><item><title>A</title><link>https://watch.example/7</link></item></channel></rss>").Articles).Title);

    [Fact]
    public void An_Atom_feed_is_read()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://watch.example/atom/"><title>Watch</title>
            <entry><title type="html">&lt;b&gt;Seven&lt;/b&gt;</title><link rel="self" href="7.xml"/><link href="7"/><published>2025-02-03T10:00:00Z</published><updated>2025-02-05T10:00:00Z</updated>
              <content type="html">&lt;p&gt;All of it.&lt;/p&gt;</content></entry>
            <entry><title>Eight</title><link rel="alternate" href="/8"/><updated>2025-02-05T10:00:00+03:00</updated><summary>Short.</summary></entry>
            <entry><title>Nine</title><link href="https://watch.example/9"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nine.</p></div></content></entry>
            <entry><title>Ten</title><link href="https://watch.example/10"/><content>1 &lt; 2</content></entry>
            </feed>
            """);

        Assert.Equal(ReadProblem.None, feed.Problem);
        Assert.Equal(["https://watch.example/atom/7", "https://watch.example/8", "https://watch.example/9", "https://watch.example/10"], feed.Articles.Select(e => e.Url.AbsoluteUri));
        Assert.Equal(["Seven", "Eight", "Nine", "Ten"], feed.Articles.Select(e => e.Title));
        Assert.Equal([new DateOnly(2025, 2, 3), new DateOnly(2025, 2, 5), null, null], feed.Articles.Select(e => e.Published));
        Assert.Equal(("<p>All of it.</p>", null, "1 &lt; 2"), (feed.Articles[0].Content, feed.Articles[1].Content, feed.Articles[3].Content));
        Assert.Contains("<p>Nine.</p>", feed.Articles[2].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mon, 03 Feb 2025 10:00:00 +0600", "2025-02-03")]
    [InlineData("Tue, 03 Feb 2025 10:00:00 GMT", "2025-02-03")]
    [InlineData("3 Feb 2025 23:00 MSK", "2025-02-03")]
    [InlineData("2025-02-03T23:00:00-05:00", "2025-02-04")]
    [InlineData("2025-02-03", "2025-02-03")]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_bad_date_costs_the_date_and_not_the_feed(string date, string? day)
    {
        var feed = Read($"<rss version='2.0'><channel><item><link>https://watch.example/7</link><pubDate>{date}</pubDate></item></channel></rss>");

        Assert.Equal(day is null ? null : DateOnly.Parse(day), Assert.Single(feed.Articles).Published);
    }

    [Theory]
    [InlineData("\uFEFF\r\n  <?xml version='1.0'?><rss version='2.0'><channel><item><title>A</title><link>https://watch.example/7</link></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>A\u0003\u000B</title><link>https://watch.example/7</link></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><title>x&nbsp;&mdash;&unknown; Q&A &#8212; &</title><item><title>A</title><link>https://watch.example/7</link></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><item><title>A</title><link>https://watch.example/7</link><description><![CDATA[a & b &nbsp; <br>]]></description></item></channel></rss>")]
    public void The_slips_of_real_feeds_are_mended(string xml)
    {
        var feed = Read(xml);

        Assert.Equal(ReadProblem.None, feed.Problem);
        Assert.Equal("A", Assert.Single(feed.Articles).Title);
    }

    [Fact]
    public void The_charset_of_the_xml_declaration_counts()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var xml = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss version=\"2.0\"><channel><item><title>Приговор журналистке вступил в силу</title><link>https://watch.example/7</link></item></channel></rss>";

        var feed = reader.Read(Documents.Of(Encoding.GetEncoding(1251).GetBytes(xml), "text/xml", charset: null));

        Assert.Equal("Приговор журналистке вступил в силу", Assert.Single(feed.Articles).Title);
    }

    [Theory]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><rss version='2.0'><channel><title>&c;</title></channel></rss>", "document type")]
    [InlineData("<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss version='2.0'><channel><title>&x;</title></channel></rss>", "document type")]
    [InlineData("<!doctype html><html><body><p>Not found</p></body></html>", "no RSS, Atom or JSON feed")]
    [InlineData("<html><body/></html>", "<html>")]
    [InlineData("<rss version='2.0'><channel><item>", "not closed")]
    [InlineData("nothing of the kind", "no RSS, Atom or JSON feed")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\"}", "no version of JSON Feed")]
    [InlineData("{\"items\": []}", "no version of JSON Feed")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [", "does not go on so")]
    public void What_is_no_feed_is_named_so(string text, string explanation)
    {
        var feed = Read(text);

        Assert.Equal(ReadProblem.Malformed, feed.Problem);
        Assert.Empty(feed.Articles);
        Assert.Contains(explanation, feed.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_nested_beyond_reason_is_refused()
    {
        var xml = $"<rss version='2.0'><channel><item>{string.Concat(Enumerable.Repeat("<x>", 100_000))}{string.Concat(Enumerable.Repeat("</x>", 100_000))}</item></channel></rss>";

        Assert.Equal(ReadProblem.Malformed, Read(xml).Problem);
    }

    [Fact]
    public void Of_an_endless_feed_the_first_entries_are_taken()
    {
        var items = string.Concat(Enumerable.Range(1, 2000).Select(i => $"<item><link>https://watch.example/{i}</link></item>"));

        Assert.Equal(Listing.Most, Read($"<rss version='2.0'><channel>{items}</channel></rss>").Articles.Count);
    }

    [Fact]
    public void A_feed_that_is_no_text_is_named_so()
    {
        var noise = new byte[5_000];
        new Random(7).NextBytes(noise);

        Assert.Equal(ReadProblem.WrongCharset, reader.Read(Documents.Of(noise, "application/xml", "utf-8")).Problem);
    }

    private Listing Read(string xml) => reader.Read(Documents.Xml(xml));
}
