using System.Net.Http.Headers;

namespace Alerts.Notify;

/// <summary>
/// What an HTTP status means for a delivery; the same for every channel. Standard Webhooks takes every answer but 2xx as a failure to be tried again,
/// and 410 as the receiver's wish to hear no more. A wrong password, a missing route or a redirect are mended by the receiver within
/// the days that tries go on, and an alert that comes late is better than none.
/// </summary>
public static class HttpVerdict
{
    public static SendOutcome Of(HttpResponseMessage response, DateTimeOffset now) =>
        Of((int)response.StatusCode, RetryAfter(response.Headers, now));

    public static SendOutcome Of(int status, TimeSpan? retryAfter = null)
    {
        var (verdict, reason) = Row(status);
        return verdict == SendVerdict.Sent ? SendOutcome.Sent : new SendOutcome(verdict, reason, verdict == SendVerdict.TryAgain ? retryAfter : null);
    }

    /// <returns>The wait asked for by Retry-After (RFC 9110, section 10.2.3), as seconds or as a date; never negative.</returns>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter is { } asked ? asked.Delta ?? (asked.Date - now) : null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static (SendVerdict Verdict, string Reason) Row(int status) => status switch
    {
        >= 200 and < 300 => (SendVerdict.Sent, "sent"),

        // Not followed: the signed body goes where its recipient said, and nowhere else.
        >= 300 and < 400 => (SendVerdict.TryAgain, "redirected"),

        // A receiver half deployed refuses what it will take tomorrow.
        400 => (SendVerdict.TryAgain, "bad-request"),
        422 => (SendVerdict.TryAgain, "unprocessable"),

        // A secret or an access rule is being changed.
        401 => (SendVerdict.TryAgain, "unauthorized"),
        403 => (SendVerdict.TryAgain, "forbidden"),
        407 => (SendVerdict.TryAgain, "proxy-unauthorized"),

        // A route is not there yet, or not there for now.
        404 => (SendVerdict.TryAgain, "not-found"),
        405 => (SendVerdict.TryAgain, "method-not-allowed"),

        408 => (SendVerdict.TryAgain, "request-timeout"),
        425 => (SendVerdict.TryAgain, "too-early"),
        429 => (SendVerdict.TryAgain, "rate-limited"),

        // The receiver wants no more.
        410 => (SendVerdict.GiveUp, "gone"),

        // The same message is never smaller.
        413 => (SendVerdict.GiveUp, "too-large"),

        >= 400 and < 500 => (SendVerdict.TryAgain, "client-error"),
        >= 500 and < 600 => (SendVerdict.TryAgain, "server-error"),
        _ => (SendVerdict.TryAgain, "unexpected-status"),
    };
}
