using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Telemetry;

public static class TelemetryServices
{
    /// <summary>What the program measures; the front decides whether it is sent anywhere.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<TelemetryOptions>(configuration.GetSection(TelemetrySettings.Section))
        .AddMetrics()
        .AddSingleton<AlertsMetrics>()
        .AddSingleton<TelemetryIds>();
}
