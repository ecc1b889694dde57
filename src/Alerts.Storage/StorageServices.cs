using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Storage.Blobs;
using Alerts.Storage.Protection;
using Alerts.Storage.Queues;
using Alerts.Storage.Tables;
using Alerts.Telemetry;
using Alerts.Watch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Storage;

/// <summary>Puts the core's stores on Azure Storage.</summary>
public static class StorageServices
{
    /// <exception cref="StorageSettingsException">The account or the protection key is not configured.</exception>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        // Made at once: a wrong setting stops the program at its start and not at its first alert.
        var clients = StorageClients.Of(configuration);
        return services
            .AddSingleton(clients.Tables)
            .AddSingleton(clients.Queues)
            .AddSingleton(clients.Blobs)
            .AddSingleton(Protector.Of(configuration))
            .AddSingleton<IKeyedHash>(provider => provider.GetRequiredService<Protector>())
            .AddSingleton<StorageSetup>()
            .AddSingleton<ISourceStore, SourceTable>()
            .AddSingleton<IDocumentStore, DocumentTable>()
            .AddSingleton<IPageChangeStore, PageChangeTable>()
            .AddSingleton<ISnapshotStore, SnapshotBlobs>()
            .AddSingleton<IBackupStore, BackupBlobs>()
            .AddSingleton<CatalogTable>()
            .AddSingleton<ICaseStore, CaseTable>()
            .AddSingleton<IPendingStore, OutboxTable>()
            .AddSingleton<IRecipientStore, RecipientTable>()
            .AddSingleton<ISubscriptionStore, SubscriptionTable>()
            .AddSingleton<IDeliveryStore, DeliveryTable>()
            .AddSingleton<IOpenChangeStore, OpenChangeTable>()
            .AddSingleton<IJobQueue, JobQueue>()
            .AddSingleton<JobQueueReader>()
            .AddSingleton<IGivenUpJobs, GivenUpJobs>()
            .AddSingleton<IQueueDepths, QueueDepths>();
    }
}
