using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Telemetry;

/// <summary>A loopback stand-in for an OTLP collector and for Azure Monitor's ingestion: keeps what is posted, by path.</summary>
internal sealed class IngestionServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Body)> posts = new();
    private readonly WebApplication app;

    private IngestionServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(KeepAsync);
    }

    public string Address => app.Urls.Single();

    public static async Task<IngestionServer> StartAsync()
    {
        var server = new IngestionServer();
        await server.app.StartAsync();
        return server;
    }

    /// <summary>All bodies posted to a path, one after the other.</summary>
    public string PostedTo(string path) => string.Concat(posts.Where(p => p.Path == path).Select(p => p.Body));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task KeepAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);

        // Protobuf carries its strings as UTF-8, so names can be looked for in it as text.
        var text = Encoding.UTF8.GetString(body.ToArray());
        posts.Enqueue((context.Request.Path, text));
        if (context.Request.Path == "/v2.1/track")
        {
            var items = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            await context.Response.WriteAsJsonAsync(new { itemsReceived = items, itemsAccepted = items, errors = Array.Empty<string>() });
        }
    }
}
