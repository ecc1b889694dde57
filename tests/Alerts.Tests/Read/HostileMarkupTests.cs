using Alerts.Read;

namespace Alerts.Tests.Read;

public class HostileMarkupTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<x>")]
    public void Elements_nested_a_hundred_thousand_deep_are_refused(string tags) => Assert.Equal(ReadProblem.Malformed, Read(tags, 100_000).Problem);

    [Theory]
    [InlineData("<ul><li>a</ul>")]
    [InlineData("<p></div>")]
    [InlineData("<p><i>a</p>")]
    [InlineData("<p><i>a</p></i>")]
    [InlineData("<form><p></form>")]
    [InlineData("<dd>a</dt>")]
    public void Disorder_that_would_keep_the_parser_busy_is_refused(string tags) => Assert.Equal(ReadProblem.Malformed, Read(tags, 500_000).Problem);

    [Theory]
    [InlineData("<ul><li>a dissident was freed</ul>")]
    [InlineData("<p>a dissident was freed")]
    [InlineData("<p>a dissident <b>was <i>freed</b></i>")]
    [InlineData("a dissident was freed<br>")]
    [InlineData("<div><span>a dissident was freed</div>")]
    public void The_disorder_of_real_pages_is_read(string tags) => Assert.Equal(ReadProblem.None, Read(tags, 500).Problem);

    [Theory]
    [InlineData("<p class=\"", "a b ", "\">a dissident was freed</p>")]
    [InlineData("<p ", "a=b ", ">a dissident was freed</p>")]
    [InlineData("<title>", " - ", "</title><p>a dissident was freed</p>")]
    [InlineData("<script type=\"application/ld+json\">", "[", "</script><p>a dissident was freed</p>")]
    public void Gigantic_attributes_titles_and_scripts_do_no_harm(string before, string repeated, string after) =>
        Assert.Equal(ReadProblem.None, Read(repeated, 300_000, before, after).Problem);

    private static Reading Read(string repeated, int times, string before = "", string after = "") =>
        new ArticleReader().Read(Documents.Html(before + string.Concat(Enumerable.Repeat(repeated, times)) + after), sourceId: null);
}
