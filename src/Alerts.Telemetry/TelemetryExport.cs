using System.Reflection;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Alerts.Telemetry;

/// <summary>
/// Sends spans, metrics and logs where the settings say; without a setting nothing listens and nothing is opened.
/// What the program alone may see is masked before any exporter has it.
/// </summary>
public static class TelemetryExport
{
    public static IOpenTelemetryBuilder AddAlertsTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        IOpenTelemetryBuilder builder = services.AddOpenTelemetry();
        var (otlp, azureMonitor) = (configuration[TelemetrySettings.OtlpSetting], configuration[TelemetrySettings.AzureMonitorSetting]);
        if (string.IsNullOrEmpty(otlp) && string.IsNullOrEmpty(azureMonitor))
        {
            return builder;
        }

        builder
            .ConfigureResource(resource => resource.AddService(configuration[TelemetrySettings.ServiceNameSetting] ?? "alerts", serviceVersion: Version))
            .WithTracing(tracing => tracing.AddSource(AlertsTelemetry.Name).AddProcessor<SpanMask>())
            .WithMetrics(metrics => metrics.AddMeter(AlertsTelemetry.Name))
            .WithLogging(logs => logs.AddProcessor<LogMask>(), logs => (logs.IncludeFormattedMessage, logs.IncludeScopes) = (true, false));

        // Libraries say at length what the spans and counters tell already.
        services.AddLogging(logging => logging
            .AddFilter<OpenTelemetryLoggerProvider>(category: null, LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>(AlertsTelemetry.Name, LogLevel.Information));
        if (!string.IsNullOrEmpty(otlp))
        {
            builder.UseOtlpExporter();
        }

        return string.IsNullOrEmpty(azureMonitor)
            ? builder
            : builder.UseAzureMonitorExporter(options => Complete(options, azureMonitor, IngestionCredential.Of(configuration[TelemetrySettings.AuthenticationSetting])));
    }

    private static string? Version => typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>The exporter's default keeps five traces a second and drops the logs of the others; an alert must be traceable.</summary>
    private static void Complete(AzureMonitorExporterOptions options, string connectionString, TokenCredential? credential)
    {
        options.ConnectionString = connectionString;
        options.Credential = credential;
        options.SamplingRatio = 1;
        options.TracesPerSecond = null;
        options.EnableTraceBasedLogsSampler = false;
        options.EnableLiveMetrics = false;
    }
}
