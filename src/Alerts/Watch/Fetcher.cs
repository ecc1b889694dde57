using System.Net;
using Alerts.Watch.Politeness;
using Microsoft.Extensions.Options;

namespace Alerts.Watch;

/// <summary>Fetches one URL politely and safely: one request at a time to a host, by its robots.txt, conditional, bounded in time, size and redirects, public addresses only.</summary>
public sealed class Fetcher(Exchange exchange, RobotsFiles robots, HostGate gate, IOptions<FetchOptions> options, TimeProvider time)
{
    /// <summary>Never throws but when cancelled: what goes wrong is a named outcome.</summary>
    /// <param name="url">An absolute http or https URL.</param>
    /// <param name="validators">What the server gave for the representation that is known; <see cref="Validators.None"/> asks for the whole.</param>
    /// <param name="cancellation">Ends the fetch.</param>
    public async Task<Fetched> FetchAsync(Uri url, Validators validators, CancellationToken cancellation)
    {
        var (answer, left) = (new Answer(url, validators, time.GetUtcNow()), options.Value.TotalTimeout);
        try
        {
            for (var redirects = 0; redirects <= FetchOptions.MaxRedirects; redirects++)
            {
                var rules = await robots.ForAsync(answer.At, cancellation);
                if (!rules.Allows(answer.At))
                {
                    return answer.Failure(FetchOutcome.DisallowedByRobots, FetchProblem.DisallowedByRobots(answer.At, rules));
                }

                using var turn = await gate.EnterAsync(answer.At, rules.CrawlDelay, cancellation);
                if (turn.Closed is { } wait)
                {
                    return answer.Postponed(wait);
                }

                using var patience = exchange.Patience(left, cancellation);
                using var response = await exchange.SendAsync(answer.At, validators, patience);
                if (Exchange.Target(response, answer.At) is not { } target)
                {
                    var fetched = await ReadAsync(answer.With(response), response, patience);
                    turn.RetryAfter = fetched.Outcome is FetchOutcome.TooManyRequests or FetchOutcome.ServerError ? fetched.RetryAfter : null;
                    return fetched;
                }

                (answer, left) = (answer with { At = target }, patience.Left);
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

    private async Task<Fetched> ReadAsync(Answer answer, HttpResponseMessage response, Patience patience)
    {
        if (response.StatusCode == HttpStatusCode.NotModified && answer.Asked != Validators.None)
        {
            return answer.NotModified();
        }

        if (Challenge.IsDeclared(answer.Headers))
        {
            return answer.Failure(FetchOutcome.Challenged);
        }

        if (FetchProblem.OfStatus(answer.Status!.Value) is { } failed)
        {
            return answer.Failure(failed);
        }

        if (FrontPage.LedTo(answer.Url, answer.At))
        {
            return answer.Failure(FetchOutcome.LedHome);
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

        var mediaType = MediaTypes.Of(body, declared);
        return FetchProblem.OfBody(body, mediaType) switch
        {
            null when MediaTypes.IsHtml(mediaType) && Challenge.IsIn(body) => answer.Failure(FetchOutcome.Challenged),
            null => answer.Fetched(body, mediaType, charset),
            FetchOutcome.UnsupportedType => answer.Failure(FetchOutcome.UnsupportedType, FetchProblem.UnsupportedType(answer.At, mediaType)),
            var outcome => answer.Failure(outcome.Value),
        };
    }
}
