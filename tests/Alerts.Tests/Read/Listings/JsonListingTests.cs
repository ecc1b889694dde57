using System.Text;
using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Watch;

namespace Alerts.Tests.Read.Listings;

public class JsonListingTests
{
    private readonly ListingReader reader = new(new FeedReader(), new LinkReader());

    [Fact]
    public void The_items_of_an_API_are_found_by_their_paths()
    {
        var listing = Read(
            """{"data": {"rulings": [{"no": 17, "body": ["The court met.", "It adjourned."], "on": "2025-02-03T10:00:00Z", "page": "/r/17"}, {"no": 18, "body": "<p>Freed &amp; gone.</p>", "on": "soon", "page": null}, {"no": 19}]}}""",
            new JsonPaths("data.rulings", "body", "join(' ', ['Ruling', to_string(no)])", "on", "page"));

        Assert.Equal(ReadProblem.None, listing.Problem);
        Assert.Equal(["Ruling 17", "Ruling 18"], listing.Articles.Select(a => a.Title));
        Assert.Equal([new DateOnly(2025, 2, 3), null], listing.Articles.Select(a => a.Published));
        Assert.Equal("https://watch.example/r/17", listing.Articles[0].Url.AbsoluteUri);
        Assert.Equal("<p>Freed &amp; gone.</p>", listing.Articles[1].Content);
        Assert.Contains("The court met.", listing.Articles[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_without_a_page_are_told_apart_by_their_id_or_their_text()
    {
        var listing = Read("""[{"id": 1, "t": "A"}, {"id": 2, "t": "A"}, {"t": "B"}, {"t": "C"}]""", new JsonPaths("@", "t"));

        Assert.Equal(4, listing.Articles.Select(a => a.Url).Distinct().Count());
    }

    [Theory]
    [InlineData("{\"data\": 7}", "finds no list")]
    [InlineData("<html>", "not JSON")]
    [InlineData("", "not JSON")]
    public void What_has_no_items_is_named_so(string json, string explanation)
    {
        var listing = Read(json, new JsonPaths("data", "t"));

        Assert.Equal(ReadProblem.Malformed, listing.Problem);
        Assert.Contains(explanation, listing.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_nested_beyond_reason_is_refused() =>
        Assert.Equal(ReadProblem.Malformed, Read(new string('[', 100_000) + new string(']', 100_000), new JsonPaths("@", "t")).Problem);

    private Listing Read(string json, JsonPaths paths) => reader.Read(
        Documents.Of(Encoding.UTF8.GetBytes(json), MediaTypes.Json, "utf-8"),
        new Source { Id = "api", Kind = SourceKind.Json, Url = new Uri("https://watch.example/api"), Name = "api", Json = paths });
}
