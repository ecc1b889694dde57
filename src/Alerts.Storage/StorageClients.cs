using Alerts.Storage.Queues;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Alerts.Storage;

/// <summary>The clients of the one storage account.</summary>
public sealed record StorageClients(TableServiceClient Tables, QueueServiceClient Queues, BlobServiceClient Blobs)
{
    /// <summary>The connection's name; not just "Storage", which the Functions host would look up as AzureWebJobsStorage.</summary>
    public const string Connection = "AlertsStorage";

    private const string Cure =
        $"Set {Connection} to a connection string, or {Connection}:tableServiceUri, :queueServiceUri and :blobServiceUri to the account's "
        + "addresses to sign in by identity. On one machine, `alerts serve` starts a storage of its own when none of them is set.";

    /// <exception cref="StorageSettingsException">No account is configured, or not in whole.</exception>
    public static StorageClients Of(IConfiguration configuration)
    {
        var section = configuration.GetSection(Connection);
        var retry = configuration.GetSection(nameof(StorageRetry)).Get<StorageRetry>() ?? new StorageRetry();
        return section.Value is { Length: > 0 } connectionString ? ByConnectionString(connectionString, retry) : ByIdentity(section, retry);
    }

    private static StorageClients ByConnectionString(string connectionString, StorageRetry retry)
    {
        try
        {
            return new StorageClients(
                new TableServiceClient(connectionString, retry.Of(new TableClientOptions())),
                new QueueServiceClient(connectionString, QueueOptions(retry)),
                new BlobServiceClient(connectionString, retry.Of(new BlobClientOptions())));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException)
        {
            // The cause is left out: it may quote the string, and with it the account's key.
            throw new StorageSettingsException($"{Connection} is not a connection string of a storage account. {Cure}");
        }
    }

    private static StorageClients ByIdentity(IConfigurationSection section, StorageRetry retry)
    {
        var (tables, queues, blobs) = (Address(section, "tableServiceUri"), Address(section, "queueServiceUri"), Address(section, "blobServiceUri"));
        var credential = Credential(section);
        return new StorageClients(
            new TableServiceClient(tables, credential, retry.Of(new TableClientOptions())),
            new QueueServiceClient(queues, credential, QueueOptions(retry)),
            new BlobServiceClient(blobs, credential, retry.Of(new BlobClientOptions())));
    }

    private static Uri Address(IConfigurationSection section, string name) => section[name] switch
    {
        null or "" => throw new StorageSettingsException($"No storage is configured: {section.Path}:{name} is missing. {Cure}"),
        var text when Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps => uri,
        _ => throw new StorageSettingsException($"{section.Path}:{name} is not an https address. {Cure}"),
    };

    /// <summary>The same settings as for a trigger's connection: credential=managedidentity, and clientId for a user-assigned one.</summary>
    private static TokenCredential Credential(IConfigurationSection section) => (section["credential"], section["clientId"]) switch
    {
        ("managedidentity", { Length: > 0 } clientId) => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId)),
        ("managedidentity", _) => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
        _ => new DefaultAzureCredential(),
    };

    private static QueueClientOptions QueueOptions(StorageRetry retry)
    {
        // Base64 is what the Functions host reads and writes.
        var options = retry.Of(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        options.MessageDecodingFailed += PoisonQueue.TakeUndecodableAsync;
        return options;
    }
}
