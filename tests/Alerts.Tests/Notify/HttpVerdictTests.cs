using System.Net;
using Alerts.Notify;

namespace Alerts.Tests.Notify;

public class HttpVerdictTests
{
    /// <summary>The statuses that have a reason of their own; each other one is told by its class.</summary>
    public static readonly TheoryData<int, SendVerdict, string> Table = new()
    {
        { 200, SendVerdict.Sent, "sent" },
        { 202, SendVerdict.Sent, "sent" },
        { 204, SendVerdict.Sent, "sent" },
        { 301, SendVerdict.TryAgain, "redirected" },
        { 307, SendVerdict.TryAgain, "redirected" },
        { 400, SendVerdict.TryAgain, "bad-request" },
        { 401, SendVerdict.TryAgain, "unauthorized" },
        { 403, SendVerdict.TryAgain, "forbidden" },
        { 404, SendVerdict.TryAgain, "not-found" },
        { 405, SendVerdict.TryAgain, "method-not-allowed" },
        { 407, SendVerdict.TryAgain, "proxy-unauthorized" },
        { 408, SendVerdict.TryAgain, "request-timeout" },
        { 409, SendVerdict.TryAgain, "client-error" },
        { 410, SendVerdict.GiveUp, "gone" },
        { 413, SendVerdict.GiveUp, "too-large" },
        { 418, SendVerdict.TryAgain, "client-error" },
        { 422, SendVerdict.TryAgain, "unprocessable" },
        { 425, SendVerdict.TryAgain, "too-early" },
        { 429, SendVerdict.TryAgain, "rate-limited" },
        { 500, SendVerdict.TryAgain, "server-error" },
        { 502, SendVerdict.TryAgain, "server-error" },
        { 503, SendVerdict.TryAgain, "server-error" },
        { 599, SendVerdict.TryAgain, "server-error" },
        { 101, SendVerdict.TryAgain, "unexpected-status" },
        { 799, SendVerdict.TryAgain, "unexpected-status" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_status_has_its_verdict(int status, SendVerdict verdict, string reason) =>
        Assert.Equal(new SendOutcome(verdict, reason), HttpVerdict.Of(status));

    [Fact]
    public void Only_success_is_sent_and_only_two_statuses_end_it() => Assert.All(Enumerable.Range(100, 900), status =>
    {
        var expected = status switch
        {
            >= 200 and < 300 => SendVerdict.Sent,
            410 or 413 => SendVerdict.GiveUp,
            _ => SendVerdict.TryAgain,
        };

        Assert.Equal(expected, HttpVerdict.Of(status).Verdict);
    });

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("Wed, 30 Oct 2019 14:06:00 GMT", 60)]
    [InlineData("Wed, 30 Oct 2019 13:00:00 GMT", 0)]
    public void Retry_After_is_seconds_or_a_date(string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Answered("Retry-After", value).RetryAfter);

    [Theory]
    [InlineData("Retry-After", "soon")]
    [InlineData("Retry-After", "-5")]
    [InlineData("X-Other", "5")]
    public void Without_a_readable_Retry_After_nothing_is_asked(string name, string value) =>
        Assert.Null(Answered(name, value).RetryAfter);

    private static SendOutcome Answered(string name, string value)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.TryAddWithoutValidation(name, value);
        return HttpVerdict.Of(response, Sample.Now);
    }
}
