using System.Net;
using Alerts.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Http;

/// <summary>The outside client as the program composes it.</summary>
public static class Outside
{
    public static ServiceProvider Services(IReadOnlyDictionary<string, string?> settings, ILoggerProvider? logs = null, ResolveHost? resolve = null)
    {
        var services = new ServiceCollection()
            .AddLogging(l => _ = logs is null ? l : l.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
            .AddOutsideHttp(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return (resolve is null ? services : services.AddSingleton(resolve)).BuildServiceProvider();
    }

    public static IReadOnlyDictionary<string, string?> Allowing(params string[] hosts) =>
        hosts.Select((host, i) => KeyValuePair.Create($"OutsideHttp:AllowedHosts:{i}", (string?)host)).ToDictionary();

    /// <summary>Every name has these addresses.</summary>
    public static ResolveHost Names(params string[] addresses) => (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray());

    public static IHttpClientFactory Clients(params string[] allowed) => Services(Allowing(allowed)).GetRequiredService<IHttpClientFactory>();

    public static HttpClient Client(params string[] allowed) => Clients(allowed).CreateClient(OutsideHttp.ClientName);

    public static HttpClient Client(ResolveHost resolve) =>
        Services(Allowing(), resolve: resolve).GetRequiredService<IHttpClientFactory>().CreateClient(OutsideHttp.ClientName);
}
