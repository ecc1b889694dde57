using Alerts.Ingestion;
using Alerts.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alerts.Tests.Telemetry;

/// <summary>Spans and meters are seen by every exporter of the process: tests that export run alone.</summary>
[CollectionDefinition(nameof(Exporting), DisableParallelization = true)]
public sealed class Exporting;

/// <summary>A host that does nothing but export what a test tells it.</summary>
internal sealed class TelemetryHost : IAsyncDisposable
{
    private readonly IHost host;

    private TelemetryHost(IHost host, IngestionServer server) => (this.host, Server) = (host, server);

    public IngestionServer Server { get; }

    public IServiceProvider Services => host.Services;

    /// <param name="settings">Of the server each may say <c>SERVER</c>, for its address, or <c>CONNECTION</c>.</param>
    public static async Task<TelemetryHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var server = await IngestionServer.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(
            s => s.Key,
            s => (string?)s.Value.Replace("SERVER", server.Address, StringComparison.Ordinal).Replace("CONNECTION", server.ConnectionString, StringComparison.Ordinal)));
        builder.Services.AddTelemetry(builder.Configuration).AddSingleton<IKeyedHash, HashOfTests>().AddAlertsTelemetry(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return new TelemetryHost(host, server);
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public void Flush() =>
        Assert.True(Get<TracerProvider>().ForceFlush() && Get<MeterProvider>().ForceFlush() && Get<LoggerProvider>().ForceFlush());

    public async ValueTask DisposeAsync()
    {
        host.Dispose();
        await Server.DisposeAsync();
    }

    private sealed class HashOfTests : IKeyedHash
    {
        public string Hash(string text) => text == "telemetry case mira-solen" ? "0123456789abcdef0123456789abcdef" : "fedcba9876543210fedcba9876543210";
    }
}
