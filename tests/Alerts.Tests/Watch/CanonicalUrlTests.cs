using Alerts.Watch;

namespace Alerts.Tests.Watch;

public class CanonicalUrlTests
{
    [Theory]
    [InlineData("https://Site.Example/News", "https://site.example/News")]
    [InlineData("https://site.example:443/news", "https://site.example/news")]
    [InlineData("http://site.example:8080/news", "http://site.example:8080/news")]
    [InlineData("https://site.example/news/", "https://site.example/news")]
    [InlineData("https://site.example", "https://site.example/")]
    [InlineData("https://site.example/index.php", "https://site.example/")]
    [InlineData("https://site.example/news/index.html#top", "https://site.example/news")]
    [InlineData("https://site.example/index.php?id=7&lang=ru", "https://site.example/?id=7&lang=ru")]
    [InlineData("https://site.example/index.php/news/7", "https://site.example/index.php/news/7")]
    [InlineData("https://site.example/n?b=2&utm_source=x&a=1&fbclid=y&UTM_Medium=z", "https://site.example/n?b=2&a=1")]
    [InlineData("https://site.example/n?gclid=1&mc_cid=2", "https://site.example/n")]
    [InlineData("https://site.example/n?PHPSESSID=0a1b2c&id=7", "https://site.example/n?id=7")]
    [InlineData("https://site.example/n;jsessionid=0A1B.w2?id=7", "https://site.example/n?id=7")]
    [InlineData("https://site.example/n?", "https://site.example/n")]
    [InlineData("https://user:word@site.example/n", "https://site.example/n")]
    [InlineData("https://site.example/a/../b", "https://site.example/b")]
    [InlineData("https://site.example/%d0%b4", "https://site.example/%D0%B4")]
    [InlineData("https://site.example/д", "https://site.example/%D0%B4")]
    [InlineData("https://site.example./n", "https://site.example/n")]
    [InlineData("https://сайт.example/n", "https://xn--80aswg.example/n")]
    [InlineData("http://[2606:2800:220:1::1]/n/", "http://[2606:2800:220:1::1]/n")]
    public void One_page_has_one_spelling(string url, string canonical)
    {
        Assert.Equal(canonical, CanonicalUrl.Of(new Uri(url)).AbsoluteUri);
        Assert.Equal(canonical, CanonicalUrl.Of(CanonicalUrl.Of(new Uri(url))).AbsoluteUri);
    }

    [Theory]
    [InlineData("https://site.example/n?id=1", "https://site.example/n?id=2")]
    [InlineData("https://site.example/n?a=1&b=2", "https://site.example/n?b=2&a=1")]
    [InlineData("http://site.example/n", "https://site.example/n")]
    public void Pages_that_may_differ_keep_apart(string one, string other) =>
        Assert.NotEqual(CanonicalUrl.Of(new Uri(one)), CanonicalUrl.Of(new Uri(other)));
}
