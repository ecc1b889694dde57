using System.Text;
using Alerts.Watch;

namespace Alerts.Tests.Watch;

public class LocalFileTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a.txt", "<p>x", "text/plain")]
    [InlineData("a.HTML", "x", "text/html")]
    [InlineData("a.htm", "x", "text/html")]
    [InlineData("a.xml", "x", "application/xml")]
    [InlineData("a.json", "x", "application/json")]
    [InlineData("a", "<!doctype html><p>x", "text/html")]
    [InlineData("a", "<?xml version='1.0'?><rss/>", "application/xml")]
    [InlineData("a", "{\"a\": 1}", "application/json")]
    [InlineData("a.text", "He was released.", "text/plain")]
    public void The_ending_tells_the_kind_and_the_bytes_do_where_it_does_not(string name, string body, string mediaType) =>
        Assert.Equal(mediaType, LocalFile.AsFetched(name, Encoding.UTF8.GetBytes(body), Now).MediaType);

    [Fact]
    public void A_file_stands_in_for_an_answer()
    {
        var fetched = LocalFile.AsFetched("/some/where/letter 1#.txt", "text"u8.ToArray(), Now);

        Assert.Equal(FetchOutcome.Fetched, fetched.Outcome);
        Assert.Equal("file:///letter%201%23.txt", fetched.FinalUrl.AbsoluteUri);
        Assert.Equal(Now, fetched.RetrievedAt);
    }

    [Fact]
    public void An_empty_file_is_named_so()
    {
        var fetched = LocalFile.AsFetched("a.txt", " \n"u8.ToArray(), Now);

        Assert.Equal(FetchOutcome.EmptyBody, fetched.Outcome);
        Assert.Contains("a.txt", fetched.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_is_of_an_unsupported_type() =>
        Assert.Equal(FetchOutcome.UnsupportedType, LocalFile.AsFetched("a.png", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2], Now).Outcome);
}
