using System.Net;
using Alerts.Http;
using Microsoft.Extensions.Options;

namespace Alerts.Watch;

/// <summary>Fetches one URL politely and safely: conditional, bounded in time, size and redirects, public addresses only.</summary>
public sealed class Fetcher(IHttpClientFactory clients, IOptions<FetchOptions> options, TimeProvider time)
{
    private const string Accept = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/plain;q=0.8, application/json;q=0.8, */*;q=0.1";

    /// <summary>Never throws but when cancelled: what goes wrong is a named outcome.</summary>
    /// <param name="url">An absolute http or https URL.</param>
    /// <param name="validators">What the server gave for the representation that is known; <see cref="Validators.None"/> asks for the whole.</param>
    /// <param name="cancellation">Ends the fetch.</param>
    public async Task<Fetched> FetchAsync(Uri url, Validators validators, CancellationToken cancellation)
    {
        using var patience = new Patience(options.Value, time, cancellation);
        var answer = new Answer(url, validators, time.GetUtcNow());
        try
        {
            using var client = clients.CreateClient(OutsideHttp.ClientName);
            client.Timeout = Timeout.InfiniteTimeSpan;
            for (var redirects = 0; redirects <= FetchOptions.MaxRedirects; redirects++)
            {
                using var request = Request(answer.At, validators);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
                patience.Renew();
                if (Target(response, answer.At) is not { } target)
                {
                    return await ReadAsync(answer.With(response), response, patience);
                }

                answer = answer with { At = target };
            }

            return answer.Failure(FetchOutcome.TooManyRedirects);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            return answer.Failure(FetchProblem.OfException(e), FetchProblem.OfException(e, answer.At));
        }
    }

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

    private static Uri? Target(HttpResponseMessage response, Uri at) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location
            ? new Uri(at, location)
            : null;

    private async Task<Fetched> ReadAsync(Answer answer, HttpResponseMessage response, Patience patience)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && answer.Asked != Validators.None)
        {
            return answer.NotModified();
        }

        if (FetchProblem.OfStatus(answer.Status!.Value) is { } failed)
        {
            return answer.Failure(failed);
        }

        var (declared, charset) = MediaTypes.Parse(answer.Headers.GetValueOrDefault("content-type"));
        if (declared is not null and not MediaTypes.Unknown && !MediaTypes.IsRead(declared))
        {
            return answer.Failure(FetchOutcome.UnsupportedType, FetchProblem.UnsupportedType(answer.At, declared));
        }

        var max = options.Value.MaxBytes;
        if (await BoundedBody.ReadAsync(response.Content, max, patience) is not { } body)
        {
            return answer.Failure(FetchOutcome.TooLarge, FetchProblem.TooLarge(answer.At, max));
        }

        var mediaType = declared is null or MediaTypes.Unknown ? MediaTypes.Sniff(body) : declared;
        return FetchProblem.OfBody(body, mediaType) switch
        {
            null => answer.Fetched(body, mediaType, charset),
            FetchOutcome.UnsupportedType => answer.Failure(FetchOutcome.UnsupportedType, FetchProblem.UnsupportedType(answer.At, mediaType)),
            var outcome => answer.Failure(outcome.Value),
        };
    }
}
