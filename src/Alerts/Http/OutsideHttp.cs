using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Alerts.Http;

/// <summary>The one way to addresses that others name: sources and receivers.</summary>
public static class OutsideHttp
{
    /// <summary>Name of the client that reaches outside addresses.</summary>
    public const string ClientName = "outside";

    public static IServiceCollection AddOutsideHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .Configure<OutsideHttpOptions>(configuration.GetSection("OutsideHttp"))
            .AddSingleton<ResolveHost>(Dns.GetHostAddressesAsync)
            .AddSingleton(provider => new OutsideRule(provider.GetRequiredService<IOptions<OutsideHttpOptions>>().Value))
            .AddHttpClient(ClientName, client =>
            {
                client.DefaultRequestVersion = HttpVersion.Version20;
                client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
            })
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .AddHttpMessageHandler(provider => new OutsideGuard(provider.GetRequiredService<OutsideRule>()))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)

            // A receiver's URL is a secret, and the factory's own loggers would write it down.
            .RemoveAllLoggers();
        return services;
    }

    private static SocketsHttpHandler Handler(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<OutsideHttpOptions>>().Value;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = options.Proxy is not null,
            Proxy = options.Proxy is { } proxy ? new WebProxy(proxy) : null,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            ConnectTimeout = options.ConnectTimeout,
            ConnectCallback = new OutsideConnector(provider.GetRequiredService<OutsideRule>(), provider.GetRequiredService<ResolveHost>()).ConnectAsync,

            // Names are resolved anew now and then.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // No trace ids leave the house, and no span holds a receiver's URL.
            ActivityHeadersPropagator = null,
        };
    }
}
