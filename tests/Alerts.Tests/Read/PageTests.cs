using Alerts.Read;

namespace Alerts.Tests.Read;

/// <summary>Whole pages, in the layouts of small sites.</summary>
public class PageTests
{
    public static TheoryData<string> Pages => [.. ExpectedPage.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_article_of_a_page_is_read_and_hardly_a_word_more_or_less(string name)
    {
        var expected = ExpectedPage.Of(name);

        Assert.InRange(expected.F1(Read(expected).Blocks), 0.95, 1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Menus_notices_appeals_and_other_articles_are_gone(string name)
    {
        var expected = ExpectedPage.Of(name);

        Assert.All(expected.Gone, phrase => Assert.DoesNotContain(phrase, Read(expected).Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Headings_items_and_paragraphs_stay_what_they_are(string name)
    {
        var expected = ExpectedPage.Of(name);

        Assert.Equal(expected.Blocks, Read(expected).Blocks.Where(b => expected.Blocks.Any(e => e.Text == b.Text)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Title_and_day_of_a_page_are_found(string name)
    {
        var expected = ExpectedPage.Of(name);

        Assert.Equal((expected.Title, expected.Published), (Read(expected).Title, Read(expected).Published));
    }

    private static Article Read(ExpectedPage expected) => new ArticleReader().Read(expected.Page, sourceId: null).Article!;
}
