using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alerts.Ingestion;

/// <summary>A loopback stand-in for an OTLP collector and for the ingestion of Application Insights: keeps what is posted, by path.</summary>
public sealed class IngestionServer : IAsyncDisposable
{
    private const string Track = "/v2.1/track";

    private readonly ConcurrentQueue<(string Path, string Body)> posts = new();
    private readonly WebApplication app;

    private IngestionServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(KeepAsync);
    }

    public string Address => app.Urls.Single();

    /// <summary>For the setting <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>.</summary>
    public string ConnectionString =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={Address}/;LiveEndpoint={Address}/";

    /// <summary>What Application Insights would have taken in so far.</summary>
    public IReadOnlyList<IngestedItem> Items =>
        [.. PostedTo(Track).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(IngestedItem.Parse)];

    /// <summary>All that was sent, whatever the path.</summary>
    public string Everything => string.Concat(posts.Select(p => p.Body));

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
        await using var sent = context.Request.Headers.ContentEncoding == "gzip"
            ? new GZipStream(context.Request.Body, CompressionMode.Decompress)
            : context.Request.Body;
        await sent.CopyToAsync(body);

        // Protobuf carries its strings as UTF-8, so names can be looked for in it as text.
        var text = Encoding.UTF8.GetString(body.ToArray());
        posts.Enqueue((context.Request.Path, text.EndsWith('\n') ? text : text + '\n'));
        if (context.Request.Path == Track)
        {
            var items = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync($$"""{"itemsReceived":{{items}},"itemsAccepted":{{items}},"errors":[]}""");
        }
    }
}
