using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Alerts.Watch.Politeness;

/// <summary>The robots.txt of each host, fetched once a day.</summary>
public sealed class RobotsFiles(Exchange exchange, HostGate gate, TimeProvider time)
{
    /// <summary>RFC 9309, section 2.4: at most a day.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>One that fails is asked for again soon: until then nothing of the host is read, or what was allowed before.</summary>
    private static readonly TimeSpan FailureKeptFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Known> known = new();

    /// <exception cref="HttpRequestException">The host cannot be reached at all, or must not be called.</exception>
    public async Task<RobotsTxt> ForAsync(Uri url, CancellationToken cancellation)
    {
        var host = url.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
        if (Current(host) is { } before)
        {
            return before;
        }

        using var turn = await gate.EnterAsync(url, crawlDelay: null, cancellation);
        if (Current(host) is { } meanwhile)
        {
            return meanwhile;
        }

        if (turn.Closed is not null)
        {
            // The host wants to be left alone, and whoever asks here will hear the same when it is their turn.
            return RobotsTxt.AllowAll;
        }

        var now = time.GetUtcNow();
        known.Forget(k => k.Until <= now);
        return (known[host] = await FetchAsync(host, cancellation)).Rules;
    }

    private RobotsTxt? Current(string host) => known.TryGetValue(host, out var found) && found.Until > time.GetUtcNow() ? found.Rules : null;

    private async Task<Known> FetchAsync(string host, CancellationToken cancellation)
    {
        using var patience = exchange.Patience(cancellation);
        var at = new Uri($"{host}/robots.txt");
        for (var redirects = 0; redirects <= FetchOptions.MaxRedirects; redirects++)
        {
            using var response = await exchange.SendAsync(at, Validators.None, patience);
            if (Exchange.Target(response, at) is { } target)
            {
                at = target;
                continue;
            }

            return response.StatusCode switch
            {
                HttpStatusCode.OK => new Known(await ReadAsync(response, patience), time.GetUtcNow() + KeptFor),
                HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new Known(known.GetValueOrDefault(host)?.Rules ?? RobotsTxt.DisallowAll, time.GetUtcNow() + FailureKeptFor),
                _ => new Known(RobotsTxt.AllowAll, time.GetUtcNow() + KeptFor),
            };
        }

        return new Known(RobotsTxt.AllowAll, time.GetUtcNow() + KeptFor);
    }

    private static async Task<RobotsTxt> ReadAsync(HttpResponseMessage response, Patience patience)
    {
        var body = await BoundedBody.ReadStartAsync(response.Content, RobotsTxt.MostBytes, patience);
        return RobotsTxt.Parse(Encoding.UTF8.GetString(body), FetchOptions.ProductToken);
    }

    private sealed record Known(RobotsTxt Rules, DateTimeOffset Until);
}
