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

    /// <param name="settings">The app's settings.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <param name="host">What host.json would say otherwise, so that a test need not wait for it.</param>
    public static async Task<FunctionsApp> StartAsync(
        IReadOnlyDictionary<string, string?> settings, CancellationToken cancellation, params (string Name, string Value)[] host)
    {
        var worker = await Worker.StartAsync(settings, cancellation);
        var log = new HostLog();
        var app = new FunctionsApp(worker, Listeners.Build(worker, settings, host, log), await HttpFront.StartAsync(worker, cancellation), log);
        await app.listeners.StartAsync(cancellation);
        return app;
    }

    /// <returns>What was invoked, and what host and worker said: for a test that failed.</returns>
    public string Describe() => string.Join('\n', [.. Invocations.Select(i => $"{i}"), .. Log.Lines, .. Worker.Process.Said]);

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
