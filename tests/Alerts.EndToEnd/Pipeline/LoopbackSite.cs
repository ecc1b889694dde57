using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>One request as it came to a loopback server.</summary>
public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>A server on loopback: pages are put on it, requests to it are kept, and what was not put on it is a 404.</summary>
public sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new();

    private LoopbackSite(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    /// <summary>What it was asked for, a robots.txt that it does not have left out.</summary>
    public ConcurrentQueue<Received> Requests { get; } = new();

    public static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var site = new LoopbackSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public Uri At(string path) => new(Address, path);

    public void Page(string path, string title, string published, string body) => Answer(path, 200, "text/html; charset=utf-8", $"""
        <!doctype html><html lang="en"><head><title>{title}</title>
        <meta property="article:published_time" content="{published}"></head>
        <body><main><article><h1>{title}</h1>{body}</article></main></body></html>
        """);

    public void Answer(string path, int status, string type = "text/plain", string body = "") => Answer(path, status, type, Encoding.UTF8.GetBytes(body));

    public void Answer(string path, int status, string type, byte[] body) => answers[path] = async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(body);
    };

    public void Answer(string path, RequestDelegate answer) => answers[path] = answer;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var found = answers.TryGetValue(context.Request.Path, out var answer);
        if (found || context.Request.Path != "/robots.txt")
        {
            Requests.Enqueue(new Received(context.Request.Path, headers, body.ToArray()));
        }

        if (found)
        {
            await answer!(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
