using System.Net;
using Alerts.Notify.Email;

namespace Alerts.Tests.Web;

/// <summary>What holds for every answer, and for health.</summary>
public class AnswerTests
{
    private const string Secret = "AccountKey=c2VjcmV0";

    public static TheoryData<string, string> FrontsAndPaths => new MatrixTheoryData<string, string>(
        [WebFront.Kestrel, WebFront.Function],
        ["/", "/api/health", "/api/v1/cases", "/api/v1/cases/ana-probe"]);

    [Theory, MemberData(nameof(FrontsAndPaths))]
    public async Task Every_answer_carries_the_security_headers_and_names_no_server(string front, string path)
    {
        await using var web = await WebFront.StartAsync(front);
        foreach (var failure in (Exception?[])[null, new InvalidOperationException(Secret)])
        {
            web.Shelf.Failure = failure;

            var answer = await web.GetAsync(path);

            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData(WebFront.Kestrel, "application/json")]
    [InlineData(WebFront.Kestrel, "text/html")]
    [InlineData(WebFront.Function, "application/json")]
    [InlineData(WebFront.Function, "text/html")]
    public async Task A_failure_inside_is_a_500_that_tells_nothing(string front, string accept)
    {
        await using var web = await WebFront.StartAsync(front);
        web.Shelf.Failure = new InvalidOperationException(Secret);

        var answer = await web.GetAsync("/api/v1/cases", accept);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.DoesNotContain(Secret, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WebFront.Kestrel)]
    [InlineData(WebFront.Function)]
    public async Task Health_is_bad_when_storage_does_not_answer_while_the_process_lives(string front)
    {
        await using var web = await WebFront.StartAsync(front);

        Assert.Equal("""200 {"status":"healthy","checks":{"storage":"healthy","email":"healthy"}}""", await AskAsync(web, "/api/health"));

        web.Shelf.Failure = new InvalidOperationException(Secret);

        Assert.Equal("""503 {"status":"unhealthy","checks":{"storage":"unhealthy","email":"healthy"}}""", await AskAsync(web, "/api/health"));
        Assert.Equal("""200 {"status":"healthy","checks":{}}""", await AskAsync(web, "/api/health/live"));
    }

    [Theory]
    [InlineData(WebFront.Kestrel)]
    [InlineData(WebFront.Function)]
    public async Task Health_is_degraded_and_tells_the_cure_while_no_mail_can_leave(string front)
    {
        await using var web = await WebFront.StartAsync(front, outbox: null);

        Assert.Equal(
            $$$"""200 {"status":"degraded","checks":{"storage":"healthy","email":"degraded"},"cures":{"email":"{{{EmailOptions.Cure}}}"}}""",
            await AskAsync(web, "/api/health"));
    }

    private static async Task<string> AskAsync(WebFront web, string path)
    {
        var answer = await web.GetAsync(path);
        return $"{(int)answer.Status} {answer.Body}";
    }
}
