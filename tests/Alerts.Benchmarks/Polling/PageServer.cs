using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Alerts.Benchmarks.Polling;

/// <summary>What the pages do between two sweeps.</summary>
internal enum PageMode
{
    /// <summary>They stay as they are, and say so: 304.</summary>
    NotModified,

    /// <summary>They stay as they are and are sent whole each time: 200 without validators.</summary>
    SentWhole,

    /// <summary>One in a hundred says something new; the others answer 304.</summary>
    OneInAHundredChanged,
}

/// <summary>A thousand pages of 60 KB on three hundred loopback hosts, in a process of their own, so that their cost is not counted.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    public const string Verb = "serve-pages";

    private const int Hosts = 300;
    private const int PageBytes = 60_000;

    private readonly Process process;
    private readonly int port;

    private PageServer(Process process, int port) => (this.process, this.port) = (process, port);

    public static IEnumerable<string> Addresses => Enumerable.Range(0, Hosts).Select(n => $"127.0.{1 + (n / 250)}.{1 + (n % 250)}");

    public IReadOnlyList<Uri> Pages(int count) => [.. Addresses.Index().SelectMany(h => Enumerable.Range(0, (count / Hosts) + 1).Select(n => (h.Item, Page: (n * Hosts) + h.Index)))
        .Where(p => p.Page < count).Select(p => new Uri($"http://{p.Item}:{port}/page/{p.Page}"))];

    public IEnumerable<string> Authorities => Addresses.Select(a => $"{a}:{port}");

    public static async Task<PageServer> StartAsync()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Verb) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var port = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        return new PageServer(process, port);
    }

    public async Task SetAsync(PageMode mode)
    {
        await process.StandardInput.WriteLineAsync(mode.ToString());
        await process.StandardOutput.ReadLineAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The child: serves until its input ends.</summary>
    public static async Task ServeAsync()
    {
        var (mode, turn) = (PageMode.NotModified, 0);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var free = FreePort();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var address in Addresses)
            {
                kestrel.Listen(IPAddress.Parse(address), free);
            }
        });
        await using var app = builder.Build();
        app.MapGet("/page/{page:int}", (int page, HttpContext context) => AnswerAsync(context, page, mode, mode == PageMode.OneInAHundredChanged && page % 100 == 7 ? turn : 0));
        await app.StartAsync();
        Console.WriteLine(free);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            (mode, turn) = (Enum.Parse<PageMode>(line), turn + 1);
            Console.WriteLine(line);
        }
    }

    private static Task AnswerAsync(HttpContext context, int page, PageMode mode, int version)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        if (mode != PageMode.SentWhole)
        {
            var tag = $"\"{page}-{version}\"";
            context.Response.Headers.ETag = tag;
            if (context.Request.Headers.IfNoneMatch == tag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        return context.Response.Body.WriteAsync(Page(page, version)).AsTask();
    }

    private static byte[] Page(int page, int version)
    {
        var html = new StringBuilder($"<!doctype html><html lang=\"en\"><head><title>Report {page}</title></head><body><main><h1>Report {page}, version {version}</h1>");
        for (var paragraph = 0; html.Length < PageBytes; paragraph++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>Paragraph {paragraph} of report {page}: the ministry said on Monday that the talks with the unions of the region would go on, and that nothing had been decided.</p>");
        }

        return Encoding.UTF8.GetBytes(html.Append("</main></body></html>").ToString());
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
