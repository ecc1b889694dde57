using System.Text;
using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Watch;

namespace Alerts.Tests.Read;

public class ArticleReaderTests
{
    private const string Lead = "A court in Rivertown sentenced the journalist Anna Lesnaya to two years in prison on Monday, her lawyer said.";
    private const string Rest = "The hearing lasted four days; the defence announced an appeal, which has to be lodged within a fortnight.";

    private readonly ArticleReader reader = new();

    [Fact]
    public void Headings_list_items_and_paragraphs_come_out_in_order()
    {
        var article = Read($"<h1>Journalist sentenced in Rivertown</h1><p>{Lead}</p><h2>The <em>trial</em></h2><ul><li>{Rest}</li><li>Second point</li></ul><p>{Rest}</p>");

        Assert.Equal("Journalist sentenced in Rivertown", article.Title);
        Assert.Equal(
            [
                new Block(BlockKind.Paragraph, Lead),
                new Block(BlockKind.Heading, "The trial"),
                new Block(BlockKind.ListItem, Rest),
                new Block(BlockKind.ListItem, "Second point"),
                new Block(BlockKind.Paragraph, Rest),
            ],
            article.Blocks);
    }

    [Fact]
    public void One_line_break_is_a_space_and_two_part_paragraphs()
    {
        var article = Read($"<div>{Lead}<br><br/> {Rest}<br>It was <b>her</b>&nbsp;first &amp; only trial.</div>");

        Assert.Equal([Lead, $"{Rest} It was her first & only trial."], article.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void What_stands_around_the_article_is_left_out()
    {
        var article = Read($"""
            <header class="site-header"><a href="/">Rivertown Watch</a></header>
            <nav><ul><li><a href="/a">News</a></li><li><a href="/b">About us and how we work with others in the region</a></li></ul></nav>
            <div class="cookie-consent"><p>We use cookies so that we can count our readers; you may agree to this or leave it.</p></div>
            <div id="wrap"><div class="entry"><h1>Journalist sentenced in Rivertown</h1><p>{Lead}</p><p>{Rest}</p>
            <div class="shareButtons">Share this <a href="#">here</a></div>
            <div class="related-posts"><h3>Related</h3><p>Another court in Hilltown released the poet Boris Polev on bail after nine days in custody.</p></div></div>
            <aside><p>Your gift helps us to go on with our work; please think of giving something every month.</p></aside></div>
            <div class="comments"><p>I have always said that this court would do so, and nobody ever listened to me.</p></div>
            <footer><p>Copyright by the association Rivertown Watch, all rights reserved, written by volunteers.</p></footer>
            """);

        Assert.Equal([Lead, Rest], article.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void An_article_is_found_in_a_page_laid_out_with_tables()
    {
        var article = Read($"""
            <table width="100%"><tr><td colspan="2"><font size="6">The Rivertown Court</font></td></tr>
            <tr><td valign="top"><a href="/1">Judges</a><br><a href="/2">Calendar</a><br><a href="/3">Archive</a></td>
            <td><font face="Arial">{Lead}<br><br>{Rest}</font></td></tr></table>
            """);

        Assert.Equal([Lead, Rest], article.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void A_page_of_one_short_line_is_read_too() =>
        Assert.Equal(["Lesnaya was released."], Read("<body><p>Lesnaya was released.</p></body>").Blocks.Select(b => b.Text));

    [Fact]
    public void Hidden_text_is_not_read()
    {
        var article = Read($"<article><p>{Lead}</p><p hidden>{Rest}</p><p style='display: none'>{Rest}</p><script>var a = '{Rest}';</script></article>");

        Assert.Equal([Lead], article.Blocks.Select(b => b.Text));
    }

    [Theory]
    [InlineData("<title>Journalist sentenced in Rivertown | Rivertown Watch</title>")]
    [InlineData("<title>Journalist sentenced in Rivertown – Watch</title>")]
    [InlineData("<title>Journalist sentenced in Rivertown</title>")]
    [InlineData("<meta property='og:title' content='Journalist sentenced in Rivertown'><title>Something else - Watch</title>")]
    [InlineData("<meta property='og:title' content='Journalist sentenced in Rivertown - The Watch of All Rivers'><meta property='og:site_name' content='The Watch of All Rivers'>")]
    [InlineData("<meta property='og:title' content='Journalist sentenced in Rivertown: all we know'></head><body><h1>Journalist sentenced in Rivertown</h1>")]
    [InlineData("</head><body><h1>Journalist sentenced\n in Rivertown</h1>")]
    public void The_title_is_told_without_the_site(string head) =>
        Assert.Equal("Journalist sentenced in Rivertown", Read($"<html><head>{head}<p>{Lead}</p>").Title);

    [Theory]
    [InlineData("<html lang='ru-RU'>", "ru")]
    [InlineData("<html lang='EN'>", "en")]
    [InlineData("<html xml:lang='kk'>", "kk")]
    [InlineData("<html lang='russian'>", null)]
    [InlineData("<html>", null)]
    public void The_language_is_the_one_the_page_names(string root, string? language) => Assert.Equal(language, Read($"{root}<p>{Lead}").Language);

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-02-03T23:30:00+06:00"}</script><meta property="article:published_time" content="2025-01-01">""", "json-ld")]
    [InlineData("""<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "2011-01-01"}, {"@type": ["NewsArticle"], "datePublished": "2025-02-03"}]}</script>""", "json-ld")]
    [InlineData("""<script type="application/ld+json">{"broken": </script><meta property="article:published_time" content="2025-02-03T08:00:00Z">""", "meta")]
    [InlineData("""<meta name="DC.date" content="2025-02-03"><time datetime="2025-01-01">""", "meta")]
    [InlineData("""<meta name="date" content="some day"><article><time datetime="2025-02-03 10:00">3 February</time></article>""", "time")]
    [InlineData("""<time datetime="2025-01-05">in the sidebar</time><time datetime="2025-02-03" class="entry-date published">""", "time")]
    [InlineData("""<time datetime="2025-01-05">one</time><time datetime="2025-01-06">other</time>""", "http")]
    [InlineData("""<meta name="date" content="2031-01-01"><meta name="pubdate" content="03.02.2025">""", "meta")]
    [InlineData("", "http")]
    public void The_day_of_publication_is_found_where_the_page_tells_it(string head, string by)
    {
        var reading = reader.Read(Documents.Html($"{head}<p>{Lead}", ("last-modified", "Mon, 03 Feb 2025 10:00:00 GMT")), sourceId: null);

        Assert.Equal((new DateOnly(2025, 2, 3), by), (reading.Article!.Published, reading.Article.PublishedBy));
    }

    [Fact]
    public void A_day_that_is_given_goes_before_what_the_page_tells()
    {
        var reading = reader.Read(Documents.Html($"<meta name='date' content='2025-02-03'><p>{Lead}"), sourceId: null, new DateOnly(2024, 12, 31));

        Assert.Equal((new DateOnly(2024, 12, 31), "given"), (reading.Article!.Published, reading.Article.PublishedBy));
    }

    [Fact]
    public void A_page_that_tells_no_day_has_none() => Assert.Equal((null, null), (Read($"<p>{Lead}").Published, Read($"<p>{Lead}").PublishedBy));

    [Fact]
    public void The_article_says_where_it_comes_from()
    {
        var fetched = Documents.Html($"<p>{Lead}");

        var article = reader.Read(fetched, "rivertown").Article!;

        Assert.Equal((fetched.FinalUrl, "rivertown", fetched.Digest, fetched.RetrievedAt), (article.Url, article.SourceId, article.Digest, article.Retrieved));
    }

    [Fact]
    public void Markup_that_moves_does_not_move_the_content_hash()
    {
        var one = Read($"<div class='v1'><p>{Lead}</p></div>");
        var other = Read($"<nav><a href='/7'>seven readers now</a></nav><div class='v2' data-t='99'><p>{Lead} </p></div>");

        Assert.Equal(one.ContentHash, other.ContentHash);
    }

    [Theory]
    [InlineData("<html><body></body></html>")]
    [InlineData("<html><body><div id='app'></div><script>render()</script></body></html>")]
    [InlineData("<p>***</p>")]
    public void A_page_with_nothing_to_read_is_named_so(string html)
    {
        var reading = reader.Read(Documents.Html(html), sourceId: null);

        Assert.Equal(ReadProblem.NoText, reading.Problem);
        Assert.Contains("watch.example", reading.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_named_so()
    {
        var noise = new byte[5_000];
        new Random(7).NextBytes(noise);

        Assert.Equal(ReadProblem.WrongCharset, reader.Read(Documents.Of(noise, "text/html", "utf-8"), sourceId: null).Problem);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/rss+xml")]
    public void What_is_no_page_is_named_so(string mediaType) =>
        Assert.Equal(ReadProblem.UnsupportedType, reader.Read(Documents.Of("{}"u8.ToArray(), mediaType, "utf-8"), sourceId: null).Problem);

    [Fact]
    public void A_page_in_windows_1251_is_read()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = "<html lang=ru><title>Приговор в Речном</title><p>Суд приговорил журналистку Анну Лесную к двум годам лишения свободы.</p>";

        var article = reader.Read(Documents.Of(Encoding.GetEncoding(1251).GetBytes(page), "text/html", "windows-1251"), sourceId: null).Article!;

        Assert.Equal("Приговор в Речном", article.Title);
        Assert.Equal(["Суд приговорил журналистку Анну Лесную к двум годам лишения свободы."], article.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void The_whole_article_of_a_feed_entry_is_read_from_the_feed()
    {
        var entry = new ListedArticle(new Uri("https://watch.example/news/7"), "Journalist sentenced", new DateOnly(2025, 2, 3), $"<p>{Lead}</p><p>{Rest}</p>");
        var feed = Documents.Xml("<rss/>");

        var article = reader.Read(feed, entry, "rivertown").Article!;

        Assert.Equal((entry.Url, "Journalist sentenced", entry.Published, "feed", feed.Digest), (article.Url, article.Title, article.Published, article.PublishedBy, article.Digest));
        Assert.Equal([Lead, Rest], article.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void A_plain_text_has_its_title_on_the_first_line()
    {
        var text = $"Journalist sentenced in Rivertown\n\n{Lead}\n\n{Rest}\n";

        var article = reader.Read(LocalFile.AsFetched("a.txt", Encoding.UTF8.GetBytes(text), Documents.Retrieved), sourceId: null).Article!;

        Assert.Equal("Journalist sentenced in Rivertown", article.Title);
        Assert.Equal([Lead, Rest], article.Blocks.Select(b => b.Text));
    }

    [Fact]
    public void A_plain_text_that_begins_with_a_sentence_has_no_title()
    {
        var article = reader.Read(LocalFile.AsFetched("a.txt", Encoding.UTF8.GetBytes($"Skip to main content\n\n{Lead}\n\n{Rest}"), Documents.Retrieved), sourceId: null).Article!;

        Assert.Equal("", article.Title);
        Assert.Equal([Lead, Rest], article.Blocks.Select(b => b.Text));
    }

    private Article Read(string html) => reader.Read(Documents.Html(html), sourceId: null).Article!;
}
