using System.Net;
using System.Text.Json;

namespace Alerts.Tests.Web;

public class CaseApiTests
{
    public static TheoryData<string> Fronts => [WebFront.Kestrel, WebFront.Function];

    [Theory, MemberData(nameof(Fronts))]
    public async Task The_list_tells_where_each_case_stands(string front)
    {
        await using var web = await WebFront.StartAsync(front);

        Assert.Equal(
            """
            {"cases":[{"id":"ana-probe","kind":"person","name":"ANA-PROBE","country":"KZ","status":"imprisoned","since":"2026-03"},{"id":"press-law","kind":"law","name":"PRESS-LAW","country":"KZ","status":"in-force","since":"2026-03"},{"id":"zed-union","kind":"organization","name":"ZED-UNION","country":"UZ","status":"closed","since":"2026-03"}]}
            """,
            (await web.GetAsync("/api/v1/cases")).Body);
    }

    [Theory]
    [InlineData("", "ana-probe press-law zed-union", null)]
    [InlineData("?limit=2", "ana-probe press-law", "press-law")]
    [InlineData("?limit=2&after=press-law", "zed-union", null)]
    [InlineData("?limit=3", "ana-probe press-law zed-union", null)]
    [InlineData("?after=zed-union", "", null)]
    [InlineData("?country=kz", "ana-probe press-law", null)]
    [InlineData("?country=KZ&kind=law", "press-law", null)]
    [InlineData("?kind=organization", "zed-union", null)]
    public async Task The_list_comes_in_pages_and_by_country_and_kind(string query, string ids, string? next)
    {
        await using var web = await WebFront.StartAsync(WebFront.Kestrel);

        var page = JsonElement.Parse((await web.GetAsync($"/api/v1/cases{query}")).Body);

        Assert.Equal(ids, string.Join(' ', page.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("id").GetString())));
        Assert.Equal(next, page.TryGetProperty("next", out var after) ? after.GetString() : null);
    }

    [Theory, MemberData(nameof(Fronts))]
    public async Task A_case_shows_its_state_and_its_events_with_evidence(string front)
    {
        await using var web = await WebFront.StartAsync(front);

        var view = JsonElement.Parse((await web.GetAsync("/api/v1/cases/ana-probe")).Body);

        Assert.Equal("imprisoned", view.GetProperty("state").GetProperty("status").GetString());
        var first = view.GetProperty("events")[0];
        Assert.Equal(("sentenced", "P2Y"), (first.GetProperty("type").GetString(), first.GetProperty("term").GetString()));
        Assert.StartsWith("On 3 March", first.GetProperty("sightings")[0].GetProperty("evidence").GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.False(view.TryGetProperty("version", out _));
    }

    [Fact]
    public async Task Who_decided_and_what_they_noted_is_not_for_the_public()
    {
        await using var web = await WebFront.StartAsync(WebFront.Kestrel);

        var body = (await web.GetAsync("/api/v1/cases/ana-probe")).Body;

        Assert.DoesNotContain(CaseShelf.Operator, body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"told\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_waits_for_review_is_not_told()
    {
        await using var web = await WebFront.StartAsync(WebFront.Kestrel);

        var view = JsonElement.Parse((await web.GetAsync("/api/v1/cases/ana-probe")).Body);

        Assert.Equal(["event-1", "event-3"], view.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/cases/nobody", HttpStatusCode.NotFound, "no case of this id")]
    [InlineData("/api/v1/cases/..%5C%23%3F", HttpStatusCode.NotFound, "no case of this id")]
    [InlineData("/api/v1/cases?limit=0", HttpStatusCode.BadRequest, "from 1 to 200")]
    [InlineData("/api/v1/cases?limit=all", HttpStatusCode.BadRequest, "from 1 to 200")]
    [InlineData("/api/v1/cases?country=Kazakhstan", HttpStatusCode.BadRequest, "two letters")]
    [InlineData("/api/v1/cases?kind=prisoner", HttpStatusCode.BadRequest, "person, organization, law")]
    [InlineData("/api/v2/cases", HttpStatusCode.NotFound, "Not Found")]
    public async Task What_cannot_be_answered_says_why(string path, HttpStatusCode status, string why)
    {
        foreach (var front in (string[])[WebFront.Kestrel, WebFront.Function])
        {
            await using var web = await WebFront.StartAsync(front);

            var answer = await web.GetAsync(path);

            Assert.Equal(status, answer.Status);
            Assert.Equal("application/problem+json", answer.MediaType);
            Assert.Contains(why, answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Fronts))]
    public async Task The_API_is_read_only(string front)
    {
        await using var web = await WebFront.StartAsync(front);

        var answer = await web.SendAsync(HttpMethod.Post, "/api/v1/cases");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
    }

    [Theory, MemberData(nameof(Fronts))]
    public async Task A_HEAD_request_gets_the_headers_alone(string front)
    {
        await using var web = await WebFront.StartAsync(front);

        var answer = await web.SendAsync(HttpMethod.Head, "/api/v1/cases/ana-probe");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.MediaType);
        Assert.Empty(answer.Body);
    }
}
