using Alerts.Tests.Http;
using Alerts.Watch;
using Alerts.Watch.Politeness;
using Microsoft.Extensions.Options;

namespace Alerts.Tests.Watch;

/// <summary>Fetchers that may reach one site on loopback.</summary>
internal static class Fetching
{
    /// <summary>Without a pause between two requests, for a clock that nobody moves.</summary>
    public static Fetcher Of(LoopbackSite site, TimeProvider time, FetchOptions? options = null) => Of(site.Authority, time, options);

    public static Fetcher Of(string authority, TimeProvider time, FetchOptions? options = null)
    {
        options ??= new FetchOptions();
        options.Spacing = TimeSpan.Zero;
        var given = Options.Create(options);
        var exchange = new Exchange(Outside.Clients(authority), given, time);
        var gate = new HostGate(given, time, new Random(1));
        return new Fetcher(exchange, new RobotsFiles(exchange, gate, time), gate, given, time);
    }
}
