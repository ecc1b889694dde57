using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Http;

/// <summary>A site of one handler on a free loopback port, which remembers what it was asked.</summary>
public sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private LoopbackSite(WebApplication app) => this.app = app;

    public Uri Url => new(app.Urls.First());

    /// <summary>As the allow-list names it.</summary>
    public string Authority => Url.Authority;

    /// <summary>What was asked for, the robots.txt left out.</summary>
    public List<IHeaderDictionary> Requests { get; } = [];

    /// <summary>Answers for the robots.txt; there is none unless one is set.</summary>
    public RequestDelegate Robots { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    };

    public static async Task<LoopbackSite> StartAsync(RequestDelegate handler)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var site = new LoopbackSite(builder.Build());
        site.app.Run(context =>
        {
            if (context.Request.Path == "/robots.txt")
            {
                return site.Robots(context);
            }

            site.Requests.Add(new HeaderDictionary(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value)));
            return handler(context);
        });
        await site.app.StartAsync();
        return site;
    }

    public Uri At(string path) => new(Url, path);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
