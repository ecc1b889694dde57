using Alerts.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Http;

/// <summary>The outside client as the program composes it.</summary>
public static class Outside
{
    public static ServiceProvider Services(IReadOnlyDictionary<string, string?> settings, ILoggerProvider? logs = null) => new ServiceCollection()
        .AddLogging(l => _ = logs is null ? l : l.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
        .AddOutsideHttp(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .BuildServiceProvider();

    public static IReadOnlyDictionary<string, string?> Allowing(params string[] hosts) =>
        hosts.Select((host, i) => KeyValuePair.Create($"OutsideHttp:AllowedHosts:{i}", (string?)host)).ToDictionary();

    public static IHttpClientFactory Clients(params string[] allowed) => Services(Allowing(allowed)).GetRequiredService<IHttpClientFactory>();

    public static HttpClient Client(params string[] allowed) => Clients(allowed).CreateClient(OutsideHttp.ClientName);
}
