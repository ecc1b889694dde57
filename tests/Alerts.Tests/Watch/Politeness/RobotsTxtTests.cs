using Alerts.Watch.Politeness;

namespace Alerts.Tests.Watch.Politeness;

/// <summary>By RFC 9309; the section is named where the RFC has the example.</summary>
public class RobotsTxtTests
{
    [Theory]
    [InlineData("", "/news", true)]
    [InlineData("User-agent: *\nDisallow:", "/news", true)]
    [InlineData("User-agent: *\nDisallow: /", "/news", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /search", "/search?q=x", false)]
    [InlineData("User-agent: *\nDisallow: /search", "/Search", true)]
    [InlineData("User-agent: *\r\nDisallow: /a # not this\r\nAllow: /a/b", "/a/b/c", true)]
    [InlineData("User-agent: *\rDisallow: /a\rAllow: /a", "/a", true)]
    [InlineData("\uFEFFuser-agent : *\n disallow :/a", "/a", false)]
    [InlineData("Disallow: /", "/news", true)]
    [InlineData("nonsense\nUser-agent: *\nnonsense: x\nDisallow: /a", "/a", false)]
    public void The_longest_rule_that_matches_decides(string robots, string path, bool allowed) => Assert.Equal(allowed, Allows(robots, path));

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Alerts\nDisallow: /private", "/news", true)]
    [InlineData("User-agent: alerts/2.0\nDisallow: /private", "/private", false)]
    [InlineData("User-agent: AlertsBot\nDisallow: /", "/news", true)]
    [InlineData("User-agent: other\nUser-agent: ALERTS\nDisallow: /news", "/news", false)]
    [InlineData("User-agent: Alerts\nDisallow: /a\n\nUser-agent: *\nDisallow: /c\n\nUser-agent: Alerts\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: Alerts\nDisallow: /a\n\nUser-agent: *\nDisallow: /c\n\nUser-agent: Alerts\nDisallow: /b", "/c", true)]
    [InlineData("User-agent: Alerts\nSitemap: https://site.example/map.xml\nUser-agent: other\nDisallow: /a", "/a", false)]
    public void The_group_for_our_name_goes_before_that_for_all_and_groups_of_one_name_are_one(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, Allows(robots, path));

    [Theory]
    [InlineData("/*.php", "/index.php", false)]
    [InlineData("/*.php", "/folder/any.php.file.html", false)]
    [InlineData("/*.php$", "/index.php", false)]
    [InlineData("/*.php$", "/index.php?x", true)]
    [InlineData("/fish$", "/fish", false)]
    [InlineData("/fish$", "/fishing", true)]
    [InlineData("/fish*", "/fishheads", false)]
    [InlineData("*/private/*/x", "/a/private/b/x", false)]
    [InlineData("/a*b*c$", "/abxbc", false)]
    [InlineData("/a*b*c$", "/acb", true)]
    [InlineData("/**$", "/anything", false)]
    public void A_star_stands_for_anything_and_a_final_dollar_for_the_end(string pattern, string path, bool allowed) =>
        Assert.Equal(allowed, Allows($"User-agent: *\nDisallow: {pattern}", path));

    [Theory]
    [InlineData("/foo/bar/ツ", "/foo/bar/%E3%83%84")]
    [InlineData("/foo/bar/%E3%83%84", "/foo/bar/ツ")]
    [InlineData("/foo/bar/%62%61%7A", "/foo/bar/baz")]
    [InlineData("/a%3cd.html", "/a%3Cd.html")]
    [InlineData("/дело", "/дело/1")]
    public void Octets_are_compared_however_they_are_spelled(string pattern, string path) => Assert.False(Allows($"User-agent: *\nDisallow: {pattern}", path));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 10", 10.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5\nDisallow: /a", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: other\nCrawl-delay: 10", null)]
    [InlineData("User-agent: *\nCrawl-delay: 10\n\nUser-agent: Alerts\nDisallow: /a", null)]
    public void The_delay_between_requests_is_that_of_the_group(string robots, double? seconds) =>
        Assert.Equal(seconds, RobotsTxt.Parse(robots, "Alerts").CrawlDelay?.TotalSeconds);

    [Fact]
    public void A_file_of_nothing_but_stars_is_read_in_no_time()
    {
        var robots = "User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 100_000)) + "\n" + string.Concat(Enumerable.Repeat("Disallow: /*a*a*a*a*a*b\n", 10_000));

        Assert.True(Allows(robots, "/" + new string('a', 2_000)));
    }

    private static bool Allows(string robots, string path) => RobotsTxt.Parse(robots, "Alerts").Allows(new Uri("https://site.example" + path));
}
