using Alerts.Export;
using Alerts.Extract;
using Alerts.Http;
using Alerts.Jobs;
using Alerts.Jobs.Checking;
using Alerts.Notify;
using Alerts.Notify.Email;
using Alerts.Notify.Slack;
using Alerts.Notify.Webhook;
using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;
using Alerts.Telemetry;
using Alerts.Watch;
using Alerts.Watch.Politeness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Alerts;

/// <summary>Puts the program together; a front adds storage and starts the jobs.</summary>
public static class AlertsServices
{
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
#pragma warning disable RS0030 // The one place that hands randomness out.
        services.TryAddSingleton(_ => Random.Shared);
#pragma warning restore RS0030
        return services
            .AddTelemetry(configuration)
            .AddOutsideHttp(configuration)
            .AddReading(configuration)
            .AddReconciling(configuration)
            .AddNotifying(configuration)
            .AddJobs();
    }

    private static IServiceCollection AddReading(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<FetchOptions>(configuration.GetSection("Fetch"))
        .AddSingleton<Exchange>()
        .AddSingleton<HostGate>()
        .AddSingleton<RobotsFiles>()
        .AddSingleton<Fetcher>()
        .AddSingleton<ArticleReader>()
        .AddSingleton<FeedReader>()
        .AddSingleton<LinkReader>()
        .AddSingleton<ListingReader>()
        .AddSingleton(_ => LanguagePacks.Load())
        .AddSingleton<Extractor>();

    private static IServiceCollection AddReconciling(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<ReconcileOptions>(configuration.GetSection("Reconcile"))
        .AddSingleton(provider => provider.GetRequiredService<IOptions<ReconcileOptions>>().Value)
        .AddSingleton<Reconciler>()
        .AddSingleton<Review>()
        .AddSingleton<CaseBook>()
        .AddSingleton<CaseMove>()
        .Configure<RemindOptions>(configuration.GetSection("Remind"))
        .AddSingleton<CaseCalendar>();

    private static IServiceCollection AddNotifying(this IServiceCollection services, IConfiguration configuration) => services
        .Configure<NotifyOptions>(configuration.GetSection("Notify"))
        .AddSingleton<HttpTry>()
        .AddEmail(configuration)
        .AddSingleton<IChannel, WebhookChannel>()
        .AddSingleton<IChannel, SlackChannel>();

    private static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<WatchedCases>()
        .AddSingleton<Announcer>()
        .AddSingleton<ReviewDesk>()
        .AddSingleton<Replay>()
        .AddSingleton<EarlierVersions>()
        .AddSingleton<PageNews>()
        .AddSingleton<Intake>()
        .AddSingleton<StoredAlerts>()
        .AddSingleton<Audiences>()
        .AddSingleton<OpenDeliveries>()
        .AddSingleton<Vitals>()
        .AddSingleton<ArticleCheck>()
        .AddSourceChecks()
        .AddSingleton<Revival>()
        .AddSingleton<Sweep>()
        .AddSingleton<Remind>()
        .AddSingleton<Exporter>()
        .AddSingleton<Backup>()
        .AddSingleton<Check>()
        .AddSingleton<FanOut>()
        .AddSingleton<Deliver>()
        .AddSingleton<QueueJobs>();

    private static IServiceCollection AddSourceChecks(this IServiceCollection services)
    {
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            services.AddSingleton<ISourceCheck>(provider => kind is SourceKind.Page or SourceKind.Pdf
                ? ActivatorUtilities.CreateInstance<PageCheck>(provider, kind)
                : ActivatorUtilities.CreateInstance<ListingCheck>(provider, kind));
        }

        return services;
    }
}
