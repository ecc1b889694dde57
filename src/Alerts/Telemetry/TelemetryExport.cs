using System.Reflection;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Alerts.Telemetry;

/// <summary>Sends spans, counters and logs where the settings say; without a setting nothing listens and nothing is opened.</summary>
public static class TelemetryExport
{
    /// <summary>OTLP endpoint, such as <c>http://localhost:4318</c>; the other <c>OTEL_EXPORTER_OTLP_*</c> settings hold too.</summary>
    public const string OtlpSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Connection string of an Application Insights resource.</summary>
    public const string AzureMonitorSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    private const string ServiceNameSetting = "OTEL_SERVICE_NAME";

    public static IOpenTelemetryBuilder AddAlertsTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        IOpenTelemetryBuilder builder = services.AddOpenTelemetry();
        var (otlp, azureMonitor) = (configuration[OtlpSetting], configuration[AzureMonitorSetting]);
        if (string.IsNullOrEmpty(otlp) && string.IsNullOrEmpty(azureMonitor))
        {
            return builder;
        }

        builder
            .ConfigureResource(resource => resource.AddService(configuration[ServiceNameSetting] ?? "alerts", serviceVersion: Version))
            .WithTracing(tracing => tracing.AddSource(AlertsTelemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(AlertsTelemetry.Name))
            .WithLogging(configureBuilder: null, logs => logs.IncludeFormattedMessage = true);
        if (!string.IsNullOrEmpty(otlp))
        {
            builder.UseOtlpExporter();
        }

        return string.IsNullOrEmpty(azureMonitor) ? builder : builder.UseAzureMonitorExporter(options => Complete(options, azureMonitor));
    }

    private static string? Version => typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;

    /// <summary>The exporter's default keeps five traces a second and drops the logs of the others; an alert must be traceable.</summary>
    private static void Complete(AzureMonitorExporterOptions options, string connectionString)
    {
        options.ConnectionString = connectionString;
        options.SamplingRatio = 1;
        options.TracesPerSecond = null;
        options.EnableTraceBasedLogsSampler = false;
        options.EnableLiveMetrics = false;
    }
}
