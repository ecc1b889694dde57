using System.Reflection;
using System.Text;
using Alerts.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Alerts.Cli.Demo;

/// <summary>The small news site of <c>seeds/demo/site</c> on loopback. It exists in numbered versions; a file not rewritten in one stands as it was.</summary>
internal sealed class DemoSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private int version = 1;

    private DemoSite(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public static async Task<DemoSite> StartAsync(CancellationToken cancellation)
    {
        var app = LoopbackServer.New();
        var site = new DemoSite(app);
        app.MapMethods("/{**path}", [HttpMethods.Get, HttpMethods.Head], site.Answer);
        await app.StartAsync(cancellation);
        return site;
    }

    public void MoveOn() => version++;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private IResult Answer(string? path)
    {
        var name = path is null or "" ? "index.html" : path;
        return Read(name) is { } body
            ? Results.Bytes(body, MediaType(name), entityTag: new EntityTagHeaderValue($"\"{StableId.Digest(body)[..16]}\""))
            : Results.NotFound();
    }

    private byte[]? Read(string name)
    {
        for (var tried = version; tried > 0; tried--)
        {
            if (Assembly.GetExecutingAssembly().GetManifestResourceStream($"demo/site/{tried}/{name}") is { } stream)
            {
                using var reader = new StreamReader(stream);
                return Encoding.UTF8.GetBytes(reader.ReadToEnd());
            }
        }

        return null;
    }

    private static string MediaType(string name) =>
        name.EndsWith(".atom", StringComparison.Ordinal) ? "application/atom+xml; charset=utf-8" : "text/html; charset=utf-8";
}
