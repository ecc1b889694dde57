using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Alerts.Benchmarks.Polling;

/// <summary>Counts what is asked of the storage account; each call is paid for.</summary>
internal sealed class StorageCalls : HttpPipelineSynchronousPolicy
{
    private int tables;
    private int queues;
    private int blobs;

    public int Total => tables + queues + blobs;

    /// <summary>Puts counted clients in the place of the program's own.</summary>
    public void CountIn(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(provider => new TableServiceClient(Account(provider), Counted(new TableClientOptions()))));
        services.Replace(ServiceDescriptor.Singleton(provider => new QueueServiceClient(Account(provider), Counted(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 }))));
        services.Replace(ServiceDescriptor.Singleton(provider => new BlobServiceClient(Account(provider), Counted(new BlobClientOptions()))));
    }

    public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref Of(message));

    public override string ToString() => $"{tables} table, {queues} queue, {blobs} blob";

    public void Reset() => (tables, queues, blobs) = (0, 0, 0);

    private ref int Of(HttpMessage message)
    {
        var path = message.Request.Uri.Path;
        if (message.Request.Headers.TryGetValue("DataServiceVersion", out _))
        {
            return ref tables;
        }

        return ref path.Contains("snapshots", StringComparison.Ordinal) ? ref blobs : ref queues;
    }

    private T Counted<T>(T options) where T : ClientOptions
    {
        options.AddPolicy(this, HttpPipelinePosition.PerCall);
        return options;
    }

    private static string Account(IServiceProvider provider) => provider.GetRequiredService<IConfiguration>()["AlertsStorage"]!;
}
