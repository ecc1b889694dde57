using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Alerts.Http;
using Alerts.Notify;
using Alerts.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Notify;

internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;
}

/// <summary>A server on loopback that keeps what it receives and answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> Requests { get; } = new();

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<Receiver> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            receiver.Requests.Enqueue(new Received(context.Request.Path, headers, body.ToArray()));
            await answer(context);
        });
        await app.StartAsync();
        return receiver;
    }

    public static Task<Receiver> StartAsync(int status, string body = "", params (string Name, string Value)[] headers) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    });

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>What the channels are made of, with a clock that a test moves.</summary>
internal sealed class Edges : IDisposable
{
    private readonly ServiceProvider services;

    public Edges(Func<HttpMessageHandler>? handler = null)
    {
        var collection = new ServiceCollection();
        collection.AddHttpClient(OutsideHttp.ClientName)
            .ConfigurePrimaryHttpMessageHandler(handler ?? (() => new SocketsHttpHandler { AllowAutoRedirect = false }));
        services = collection.AddMetrics().AddSingleton<AlertsMetrics>().BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(Sample.Now);

    public IHttpClientFactory Clients => services.GetRequiredService<IHttpClientFactory>();

    public HttpTry Once => new(Options.Create(new NotifyOptions()), services.GetRequiredService<AlertsMetrics>(), Time);

    /// <summary>The measurements of one instrument.</summary>
    public MetricCollector<T> Measured<T>(string instrument) where T : struct =>
        new(services.GetRequiredService<IMeterFactory>(), AlertsTelemetry.Name, instrument);

    public void Dispose() => services.Dispose();
}
