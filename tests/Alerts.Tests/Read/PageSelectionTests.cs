using Alerts.Read;

namespace Alerts.Tests.Read;

public class PageSelectionTests
{
    private const string Page = """
        <!doctype html><html><head><title>Register of cases</title></head><body>
        <div class="top"><p>Welcome to the register of the regional court, which is open to all.</p></div>
        <table id="cases"><tr><td>No. 7</td><td>Adjourned to 3 March.</td></tr><tr class="old"><td>No. 6</td><td>Closed.</td></tr></table>
        <div class="note"><p>The register is renewed every day at noon, apart from holidays.</p></div>
        </body></html>
        """;

    private readonly ArticleReader reader = new();

    [Theory]
    [InlineData("#cases", null, "No. 7|Adjourned to 3 March.|No. 6|Closed.")]
    [InlineData("#cases", ".old", "No. 7|Adjourned to 3 March.")]
    [InlineData("//table[@id='cases']", "//tr[@class='old']", "No. 7|Adjourned to 3 March.")]
    [InlineData("#cases, #cases td", ".old", "No. 7|Adjourned to 3 March.")]
    [InlineData(".note, .top", null, "Welcome to the register of the regional court, which is open to all.|The register is renewed every day at noon, apart from holidays.")]
    public void A_page_is_read_by_the_parts_that_are_selected(string select, string? exclude, string text) =>
        Assert.Equal(text, string.Join('|', Read(select, exclude).Article!.Blocks.Select(b => b.Text)));

    [Fact]
    public void What_is_left_out_is_not_read_where_the_main_text_is_found() =>
        Assert.DoesNotContain("Welcome", Read(null, ".top").Article!.Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("#nothing")]
    [InlineData("//div[@id='nothing']")]
    public void A_selector_that_finds_nothing_is_a_failure_and_no_silence(string select)
    {
        var reading = Read(select, null);

        Assert.Equal(ReadProblem.NothingSelected, reading.Problem);
        Assert.Contains(select, reading.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("article .body > p:not(.ad)", true)]
    [InlineData("//div[@id='news']//p", true)]
    [InlineData("div[", false)]
    [InlineData("//div[", false)]
    public void A_selector_is_checked_before_it_is_used(string selector, bool valid) => Assert.Equal(valid, PageSelection.Complaint(selector) is null);

    private Reading Read(string? select, string? exclude) => reader.Read(Documents.Html(Page), sourceId: null, published: null, new PageSelection(select, exclude));
}
