using Alerts.Import;
using Alerts.Import.FollowTheMoney;
using Alerts.Jobs;
using Alerts.Storage;
using Alerts.Telemetry;
using Alerts.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Local;

/// <summary>The whole program on one machine, put together.</summary>
internal static class LocalServices
{
    public static IServiceCollection AddLocalAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAlertsTelemetry(configuration);
        return services
            .AddAlerts(configuration)
            .AddStorage(configuration)
            .AddAlertsWeb()
            .AddSingleton<CaseImporter>()
            .AddSingleton<Importer>()
            .AddSingleton<EntityImporter>()
            .AddSingleton<QueuePump>()
            .AddSingleton<JobTimer>();
    }

    /// <summary>Puts the <see cref="SteppedQueue"/> before the job queue.</summary>
    public static IServiceCollection AddSteps(this IServiceCollection services)
    {
        var inner = services.Last(d => d.ServiceType == typeof(IJobQueue));
        services.Remove(inner);
        return services
            .AddSingleton(provider => new SteppedQueue(Make(inner, provider), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<IJobQueue>(provider => provider.GetRequiredService<SteppedQueue>());
    }

    private static IJobQueue Make(ServiceDescriptor descriptor, IServiceProvider provider) => (IJobQueue)(
        descriptor.ImplementationInstance
        ?? descriptor.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, descriptor.ImplementationType!));
}
