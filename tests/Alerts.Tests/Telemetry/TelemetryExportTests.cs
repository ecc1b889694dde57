using Alerts.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alerts.Tests.Telemetry;

[Collection(nameof(Exporting))]
public sealed partial class TelemetryExportTests
{
    private static readonly (string, string) Otlp = (TelemetrySettings.OtlpSetting, "SERVER");
    private static readonly (string, string) OverHttp = ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    private static readonly (string, string) AzureMonitor = (TelemetrySettings.AzureMonitorSetting, "CONNECTION");

    [Fact]
    public async Task Spans_metrics_and_logs_reach_an_OTLP_collector()
    {
        await using var host = await TelemetryHost.StartAsync(Otlp, OverHttp);

        CheckASource(host, "source-one", "outcome-one");

        Assert.Contains("source-one", host.Server.PostedTo("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("alerts.checks", host.Server.PostedTo("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("outcome-one", host.Server.PostedTo("/v1/metrics"), StringComparison.Ordinal);
        Assert.Contains("Checked source-one", host.Server.PostedTo("/v1/logs"), StringComparison.Ordinal);
        Assert.Contains("service.name\u0012\b\n\u0006alerts", host.Server.PostedTo("/v1/traces"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Azure_Monitor_gets_every_span_and_its_log()
    {
        await using var host = await TelemetryHost.StartAsync(AzureMonitor);
        var sources = Enumerable.Range(0, 50).Select(i => $"source-{i:D2}").ToList();

        foreach (var source in sources)
        {
            CheckASource(host, source, "outcome-two");
        }

        var items = host.Server.Items;
        Assert.Equal(sources, items.Where(i => i.Table == "requests").Select(i => i.Dimensions["alerts.source"]).Order());
        Assert.Equal(sources.Select(s => $"Checked {s}"), items.Where(i => i.Table == "traces").Select(i => i.Message).Order());
        Assert.Contains(items, i => i is { Table: "customMetrics", Name: "alerts.checks" } && i.Dimensions["outcome"] == "outcome-two");
    }

    [Fact]
    public async Task Both_can_be_told()
    {
        await using var host = await TelemetryHost.StartAsync(Otlp, OverHttp, AzureMonitor);

        CheckASource(host, "source-both", "outcome-three");

        Assert.Contains("source-both", host.Server.PostedTo("/v1/traces"), StringComparison.Ordinal);
        Assert.Contains("source-both", host.Server.PostedTo("/v2.1/track"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_setting_nothing_listens()
    {
        await using var host = await TelemetryHost.StartAsync((TelemetrySettings.OtlpSetting, ""));

        Assert.Null(host.Services.GetService<TracerProvider>());
        Assert.Null(host.Services.GetService<MeterProvider>());
        Assert.Null(host.Services.GetService<LoggerProvider>());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("ClientId=7d0c", false)]
    [InlineData("Authorization=AAD", true)]
    [InlineData("ClientId=7d0c; Authorization=aad", true)]
    public void The_ingestion_is_signed_in_to_by_identity_where_the_setting_says_so(string? setting, bool signsIn) =>
        Assert.Equal(signsIn, IngestionCredential.Of(setting) is Azure.Identity.ManagedIdentityCredential);

    private static void CheckASource(TelemetryHost host, string sourceId, string outcome)
    {
        using (AlertsTelemetry.StartCheck(sourceId, sweep: null))
        {
            host.Get<AlertsMetrics>().Checked(outcome);
            Log.Checked(host.Get<ILogger<TelemetryExportTests>>(), sourceId);
        }

        host.Flush();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Checked {SourceId}")]
        public static partial void Checked(ILogger logger, string sourceId);
    }
}
