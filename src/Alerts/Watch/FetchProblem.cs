using System.Buffers;
using Alerts.Http;
using Alerts.Watch.Politeness;

namespace Alerts.Watch;

/// <summary>The named outcome of what went wrong, and the sentence for it.</summary>
public static class FetchProblem
{
    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\r\n\f\0"u8);

    /// <returns>How an answer with this status ends; null for one whose body is to be read.</returns>
    public static FetchOutcome? OfStatus(int status) => status switch
    {
        200 or 203 => null,
        204 or 205 => FetchOutcome.EmptyBody,
        401 or 403 or 407 or 451 => FetchOutcome.Forbidden,
        404 or 410 => FetchOutcome.NotFound,
        429 => FetchOutcome.TooManyRequests,
        >= 400 and < 500 => FetchOutcome.ClientError,
        _ => FetchOutcome.ServerError,
    };

    /// <returns>Why the body is not read; null when it is.</returns>
    public static FetchOutcome? OfBody(ReadOnlySpan<byte> body, string mediaType) =>
        IsBlank(body) ? FetchOutcome.EmptyBody : MediaTypes.IsRead(mediaType) ? null : FetchOutcome.UnsupportedType;

    /// <returns>What became of a request that got no answer, or half of one.</returns>
    public static FetchOutcome OfException(Exception exception) => exception switch
    {
        RefusedAddressException => FetchOutcome.RefusedAddress,
        OperationCanceledException => FetchOutcome.TimedOut,
        _ => FetchOutcome.Unreachable,
    };

    public static string Sentence(FetchOutcome outcome, Uri at, int? status) => outcome switch
    {
        FetchOutcome.NotFound => $"{at.Host} has no such page (HTTP {status}). Look whether it has moved, and correct the source's URL.",
        FetchOutcome.Forbidden => $"{at.Host} does not let us read the page (HTTP {status}). Ask its owner, or watch another page that tells the same.",
        FetchOutcome.TooManyRequests => $"{at.Host} asks for fewer requests (HTTP {status}). Watch the source less often.",
        FetchOutcome.ClientError => $"{at.Host} refuses the request (HTTP {status}). Open the URL in a browser, and correct it.",
        FetchOutcome.ServerError => $"{at.Host} did not answer with a page (HTTP {status}). It is tried again; if it lasts, look at the site in a browser.",
        FetchOutcome.EmptyBody => $"{at.Host} answered with an empty page (HTTP {status}). It is tried again; if it lasts, look at the site in a browser.",
        FetchOutcome.TimedOut => $"{at.Host} took too long to answer. It is tried again; if it lasts, raise Fetch:TotalTimeout and Fetch:ReadTimeout.",
        FetchOutcome.TooManyRedirects => $"{at.Host} redirects more than {FetchOptions.MaxRedirects} times. Open the URL in a browser, and give the source the address it ends at.",
        FetchOutcome.Challenged => $"{at.Host} asks for proof that a human reads it. Ask its owner to let the robot \"{FetchOptions.ProductToken}\" in, or watch the site's feed or another page that tells the same.",
        FetchOutcome.LedHome => $"{at.Host} leads to its front page instead: the page is gone or has moved. Look for it on the site, and correct the source's URL.",
        _ => $"{at.Host} could not be read ({outcome}).",
    };

    public static string DisallowedByRobots(Uri at, RobotsTxt rules) => rules == RobotsTxt.DisallowAll
        ? $"The robots.txt of {at.Host} cannot be read (server error), so nothing of the site is. It is tried again; if it lasts, tell the site's owner."
        : $"The robots.txt of {at.Host} does not let robots read {at.AbsolutePath}. Ask the site's owner for leave, or watch another page that tells the same.";

    public static string Postponed(Uri at, TimeSpan wait) =>
        $"{at.Host} wants to be left alone for another {Math.Ceiling(wait.TotalSeconds)} s. It is asked then.";

    public static string TooLarge(Uri at, int maxBytes) =>
        $"The page at {at.Host} is larger than {maxBytes} bytes. Watch a smaller page, or raise Fetch:MaxBytes.";

    public static string UnsupportedType(Uri at, string mediaType) =>
        $"{at.Host} sent {mediaType}; HTML, XML feeds, plain text, JSON and PDF are read. Give the source the address of a page.";

    public static string InFile(FetchOutcome outcome, string name) => outcome == FetchOutcome.EmptyBody
        ? $"{name} is empty. Give a file that holds the document."
        : $"{name} is not text; HTML, XML feeds, plain text, JSON and PDF are read. Give a file of such a kind.";

    public static string OfException(Exception exception, Uri at) => exception switch
    {
        RefusedAddressException refused => $"{at.Host} is not called: {refused.Message}. Correct the source's URL, or except the host by OutsideHttp:AllowedHosts if it is yours.",
        OperationCanceledException => Sentence(FetchOutcome.TimedOut, at, status: null),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"There is no host named {at.Host}. Correct the source's URL; if it is right, look whether the site still exists.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"No secure connection to {at.Host}: its certificate may have run out. Open the URL in a browser; try http:// if the site has no certificate.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"{at.Host} does not accept connections on port {at.Port}. It is tried again; if it lasts, look at the site in a browser.",
        InvalidDataException => $"{at.Host} sent a body that cannot be decompressed. It is tried again; if it lasts, tell the site's owner.",
        _ => $"The connection to {at.Host} broke off before the answer was complete. It is tried again; if it lasts, look at the site in a browser.",
    };

    private static bool IsBlank(ReadOnlySpan<byte> body)
    {
        var text = body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? body[3..] : body;
        return !text.ContainsAnyExcept(Blank);
    }
}
