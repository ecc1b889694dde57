using System.Net;
using Alerts.Http;
using Microsoft.Extensions.Options;

namespace Alerts.Watch;

/// <summary>One request and its answer, as we ask: who we are, what we read, what we know already. Redirects are left to the caller.</summary>
public sealed class Exchange(IHttpClientFactory clients, IOptions<FetchOptions> options, TimeProvider time)
{
    private const string Accept = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, application/pdf;q=0.8, text/plain;q=0.8, application/json;q=0.8, */*;q=0.1";

    public Patience Patience(CancellationToken cancellation) => Patience(options.Value.TotalTimeout, cancellation);

    public Patience Patience(TimeSpan left, CancellationToken cancellation) => new(left, options.Value.ReadTimeout, time, cancellation);

    /// <returns>The answer's head; its body is still to come.</returns>
    public async Task<HttpResponseMessage> SendAsync(Uri url, Validators validators, Patience patience)
    {
        using var client = clients.CreateClient(OutsideHttp.ClientName);
        client.Timeout = Timeout.InfiniteTimeSpan;
        using var request = Request(url, validators);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        patience.Renew();
        return response;
    }

    /// <returns>Where the answer leads, or null.</returns>
    public static Uri? Target(HttpResponseMessage response, Uri at) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
            ? new Uri(at, location)
            : null;

    private HttpRequestMessage Request(Uri url, Validators validators)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", options.Value.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", Accept);
        if (validators.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }
        else if (validators.LastModified is { } date)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return request;
    }
}
