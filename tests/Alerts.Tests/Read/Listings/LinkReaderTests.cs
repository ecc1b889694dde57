using System.Text;
using Alerts.Read.Listings;

namespace Alerts.Tests.Read.Listings;

public class LinkReaderTests
{
    private readonly LinkReader reader = new();

    [Fact]
    public void Links_of_the_host_come_out_absolute_once_and_in_order()
    {
        var links = Read("""
            <nav><a href="/about">About</a></nav>
            <a href="7?utm_source=list#top">Seven &amp; <b>more</b></a> <a href="//watch.example/news/7/">Seven again</a> <a href="https://www.watch.example/news/6">Six</a>
            <a href="https://elsewhere.example/news/5">Five</a> <a href="#top">Top</a> <a href="mailto:a@watch.example">Write</a> <a href="javascript:void(0)">Do</a>
            <a>none</a> <a href="">empty</a> <a href="index.php">This page</a> <a href="http://[">broken</a> <a href="http://&#x200d;/7">no name</a>
            """);

        Assert.Equal(
            [("https://watch.example/about", "About"), ("https://watch.example/news/7?utm_source=list", "Seven & more"), ("https://www.watch.example/news/6", "Six")],
            links.Select(l => (l.Url.AbsoluteUri, l.Text)));
    }

    [Theory]
    [InlineData("/news/*", "/news/7 /news/2025/8")]
    [InlineData("/news/*/8", "/news/2025/8")]
    [InlineData("/NEWS/7", "/news/7")]
    [InlineData("/новости/*", "/новости/9")]
    [InlineData("/show.php?id=*", "/show.php?id=1")]
    [InlineData("/show.*", "/show.php?id=1 /show.php?page=1")]
    [InlineData("*", "/news/7 /news/2025/8 /newsletter /новости/9 /show.php?id=1 /show.php?page=1")]
    [InlineData("/none/*", "")]
    public void A_pattern_chooses_by_path(string follow, string paths)
    {
        var links = Read("""
            <a href="/news/7">a</a><a href="/news/2025/8">b</a><a href="/newsletter">c</a><a href="/новости/9">d</a>
            <a href="/show.php?id=1">e</a><a href="/show.php?page=1">f</a>
            """, follow);

        Assert.Equal(paths, string.Join(' ', links.Select(l => Uri.UnescapeDataString(l.Url.PathAndQuery))));
    }

    [Theory]
    [InlineData("<base href=\"/archive/\">", "https://watch.example/archive/7")]
    [InlineData("<base href=\"https://watch.example/old/\">", "https://watch.example/old/7")]
    [InlineData("<base target=\"_blank\">", "https://watch.example/news/7")]
    [InlineData("<base href=\"javascript:a\">", "https://watch.example/news/7")]
    public void The_base_element_counts(string head, string url) => Assert.Equal(url, Assert.Single(Read($"{head}<a href=7>x</a>")).Url.AbsoluteUri);

    [Fact]
    public void Of_an_endless_list_the_first_links_are_taken() =>
        Assert.Equal(Listing.Most, Read(string.Concat(Enumerable.Range(1, 5000).Select(i => $"<a href='/n/{i}'>x</a>"))).Count);

    [Fact]
    public void A_page_that_cannot_be_read_has_no_links() =>
        Assert.Null(reader.Read(Documents.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<b>", 100_000)) + "<a href=/x>x</a>"), "text/html", "utf-8"), follow: null));

    private IReadOnlyList<Link> Read(string html, string? follow = null) => reader.Read(Documents.Html(html), follow)!;
}
