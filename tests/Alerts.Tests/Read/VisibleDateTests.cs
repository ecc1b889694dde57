using Alerts.Read;

namespace Alerts.Tests.Read;

/// <summary>The day of publication where a page only shows it.</summary>
public class VisibleDateTests
{
    private const string Body = """
        <p>The district court heard the editor of the town's paper on 14 January 2024 and let her go home the same evening, her lawyer said.</p>
        <p>Her colleagues waited in the street until the doors were opened, and walked with her to the office of the paper.</p>
        """;

    [Theory]
    [InlineData("<p>3 May 2024</p>")]
    [InlineData("<div>Published: May 3, 2024</div>")]
    [InlineData("<p>Posted on Friday, 3rd May 2024 at 10:15</p>")]
    [InlineData("<p>3 мая 2024 г., 10:15</p>")]
    [InlineData("<p>Опубликовано: 03.05.2024</p>")]
    [InlineData("<p>Publicado el 3 de mayo de 2024</p>")]
    [InlineData("<p>Publié le vendredi 3 mai 2024</p>")]
    [InlineData("<p>2024-05-03 10:15 UTC</p>")]
    public void A_line_beside_the_headline_that_is_a_date_tells_it(string line)
    {
        Assert.Equal((new DateOnly(2024, 5, 3), "visible text"), Dated($"<h1>The editor is free</h1>{line}{Body}"));
        Assert.Equal((new DateOnly(2024, 5, 3), "visible text"), Dated($"{line}<h1>The editor is free</h1>{Body}"));
    }

    [Theory]
    [InlineData("<p class='byline'>By Ada Orlik | 3 May 2024</p>")]
    [InlineData("<span id='post-date'>May 3, 2024</span>")]
    [InlineData("<div class='entryDate'>3 May <b>2024</b></div>")]
    [InlineData("<div class='article__published'>Rivertown, 03.05.2024, 10:15</div>")]
    public void An_element_that_is_called_the_date_tells_it(string element) =>
        Assert.Equal((new DateOnly(2024, 5, 3), "visible text"), Dated($"<h1>The editor is free</h1>{Body}{element}"));

    [Theory]
    [InlineData("")]
    [InlineData("<p>The concert is on 3 May 2024</p>")]
    [InlineData("<p>3 May 2024</p><p>5 May 2024</p>")]
    [InlineData("<p>03/05/2024</p>")]
    [InlineData("<p>31 February 2024</p>")]
    [InlineData("<p>3 May 2099</p>")]
    [InlineData("<p>May 2024</p>")]
    [InlineData("<p class='event-date'>Hearing: 3 May 2024</p>")]
    [InlineData("<p class='date-updated'>Changed 3 May 2024</p>")]
    [InlineData("<aside><h3>Another story of the town</h3><p class='date'>Rivertown, 3 May 2024</p></aside>")]
    [InlineData("<p class='date'>From 3 May 2024 to 5 May 2024</p>")]
    public void What_may_be_the_date_of_something_else_is_not_taken(string line) =>
        Assert.Equal((null, null), Dated($"<h1>The editor is free</h1>{line}{Body}"));

    [Fact]
    public void Dates_of_other_articles_tell_nothing() =>
        Assert.Equal((null, null), Dated($"<h1>The editor is free</h1>{Body}<ul><li>A<span class='date'>3 May 2024</span><li>B<span class='date'>4 May 2024</span></ul>"));

    [Fact]
    public void What_the_page_says_to_programs_goes_before_what_it_shows() =>
        Assert.Equal((new DateOnly(2024, 5, 4), "time"), Dated($"<h1>The editor is free</h1><p><time datetime='2024-05-04'>3 May 2024</time></p>{Body}"));

    [Fact]
    public void What_it_shows_goes_before_when_its_file_was_written() =>
        Assert.Equal((new DateOnly(2024, 5, 3), "visible text"), Dated($"<h1>The editor is free</h1><p>3 May 2024</p>{Body}", ("last-modified", "Wed, 01 Jan 2025 10:00:00 GMT")));

    private static (DateOnly?, string?) Dated(string html, params (string, string)[] headers)
    {
        var article = new ArticleReader().Read(Documents.Html($"<html><head><title>The editor is free</title></head><body>{html}</body></html>", headers), sourceId: null).Article!;
        return (article.Published, article.PublishedBy);
    }
}
