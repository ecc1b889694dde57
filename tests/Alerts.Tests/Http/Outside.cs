using Alerts.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Http;

/// <summary>The outside client as the program composes it.</summary>
public static class Outside
{
    public static ServiceProvider Services(IReadOnlyList<string> allowed, ILoggerProvider? logs = null)
    {
        var settings = allowed.Select((host, i) => KeyValuePair.Create($"OutsideHttp:AllowedHosts:{i}", (string?)host));
        return new ServiceCollection()
            .AddLogging(l => _ = logs is null ? l : l.SetMinimumLevel(LogLevel.Trace).AddProvider(logs))
            .AddOutsideHttp(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
    }

    public static IHttpClientFactory Clients(params string[] allowed) => Services(allowed).GetRequiredService<IHttpClientFactory>();

    public static HttpClient Client(params string[] allowed) => Clients(allowed).CreateClient(OutsideHttp.ClientName);
}
