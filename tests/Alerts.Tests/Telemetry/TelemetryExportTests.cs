using Alerts.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alerts.Tests.Telemetry;

public sealed partial class TelemetryExportTests : IAsyncLifetime
{
    private IngestionServer server = null!;

    public async ValueTask InitializeAsync() => server = await IngestionServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Spans_counters_and_logs_reach_an_OTLP_collector()
    {
        using var host = await StartAsync(
            (TelemetryExport.OtlpSetting, server.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));

        CheckASource(host, "source-one", "outcome-one");

        Assert.Contains("source-one", server.PostedTo("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("alerts.checks", server.PostedTo("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("outcome-one", server.PostedTo("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("Checked source-one", server.PostedTo("/v1/logs"), StringComparison.Ordinal);
        Assert.Contains("service.name\u0012\b\n\u0006alerts", server.PostedTo("/v1/traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_Monitor_gets_every_span_and_its_log()
    {
        using var host = await StartAsync((TelemetryExport.AzureMonitorSetting, ConnectionString));
        var sources = Enumerable.Range(0, 50).Select(i => $"source-{i:D2}").ToList();

        foreach (var source in sources)
        {
            CheckASource(host, source, "outcome-two");
        }

        var posted = server.PostedTo("/v2.1/track").Split('\n');
        Assert.Equal(sources, posted.Where(l => l.Contains("RequestData")).SelectMany(l => sources.Where(l.Contains)).Order());
        Assert.Equal(sources, posted.Where(l => l.Contains("MessageData")).SelectMany(l => sources.Where(s => l.Contains($"Checked {s}"))).Order());
        Assert.Contains(posted, l => l.Contains("\"name\":\"alerts.checks\"") && l.Contains("outcome-two"));
    }

    [Fact]
    public async Task Both_can_be_told()
    {
        using var host = await StartAsync(
            (TelemetryExport.OtlpSetting, server.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            (TelemetryExport.AzureMonitorSetting, ConnectionString));

        CheckASource(host, "source-both", "outcome-three");

        Assert.Contains("source-both", server.PostedTo("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("source-both", server.PostedTo("/v2.1/track"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_setting_nothing_listens()
    {
        using var host = await StartAsync((TelemetryExport.OtlpSetting, ""));

        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.Null(host.Services.GetService<LoggerProvider>());
    }

    private string ConnectionString =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={server.Address}/;LiveEndpoint={server.Address}/";

    private static async Task<IHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        builder.Services.AddAlertsTelemetry(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static void CheckASource(IHost host, string sourceId, string outcome)
    {
        var (tracing, metrics) = (host.Services.GetRequiredService<TracerProvider>(), host.Services.GetRequiredService<MeterProvider>());
        using (AlertsTelemetry.StartCheck(sourceId, sweep: null))
        {
            AlertsTelemetry.Checked(outcome);
            Log.Checked(host.Services.GetRequiredService<ILogger<TelemetryExportTests>>(), sourceId);
        }

        Assert.True(tracing.ForceFlush() && metrics.ForceFlush() && host.Services.GetRequiredService<LoggerProvider>().ForceFlush());
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Checked {SourceId}")]
        public static partial void Checked(ILogger logger, string sourceId);
    }
}
