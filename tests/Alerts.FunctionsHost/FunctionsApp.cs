using Alerts.FunctionsHost.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Alerts.FunctionsHost;

/// <summary>The deployed app, whole: worker, listeners and web front.</summary>
internal sealed class FunctionsApp : IAsyncDisposable
{
    private readonly IHost listeners;

    private FunctionsApp(Worker worker, IHost listeners, HttpFront web, HostLog log) => (Worker, this.listeners, Web, Log) = (worker, listeners, web, log);

    public Worker Worker { get; }

    public HttpFront Web { get; }

    public HostLog Log { get; }

    public IReadOnlyCollection<Invocation> Invocations => listeners.Services.GetRequiredService<InvocationLog>().Ended;

    public static async Task<FunctionsApp> StartAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellation)
    {
        var worker = await Worker.StartAsync(settings, cancellation);
        var log = new HostLog();
        var app = new FunctionsApp(worker, Listeners.Build(worker, settings, log), await HttpFront.StartAsync(worker, cancellation), log);
        await app.listeners.StartAsync(cancellation);
        return app;
    }

    /// <summary>Stops listening, as at a scale-in: what runs is cancelled, and is waited for.</summary>
    public Task StopListeningAsync() => listeners.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await listeners.StopAsync(CancellationToken.None);
        listeners.Dispose();
        await Web.DisposeAsync();
        await Worker.DisposeAsync();
    }
}
