using Alerts.Configuration;
using Alerts.Storage.Queues;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Alerts.Storage;

/// <summary>The clients of the one storage account.</summary>
public sealed record StorageClients(TableServiceClient Tables, QueueServiceClient Queues, BlobServiceClient Blobs)
{
    /// <summary>The connection's name; not just "Storage", which the Functions host would look up as AzureWebJobsStorage.</summary>
    public const string Connection = SettingList.Storage;

    private const string Cure =
        $"Set {Connection} to a connection string, or {SettingList.StorageAccount} to the account's name to sign in by identity.";

    /// <exception cref="StorageSettingsException">No account is configured, or not in whole.</exception>
    public static StorageClients Of(IConfiguration configuration)
    {
        var retry = configuration.GetSection(nameof(StorageRetry)).Get<StorageRetry>() ?? new StorageRetry();
        return configuration[Connection] is { } text && !string.IsNullOrWhiteSpace(text)
            ? ByConnectionString(text, retry)
            : ByIdentity(configuration, retry);
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

    private static StorageClients ByIdentity(IConfiguration configuration, StorageRetry retry)
    {
        if (StorageAccount.Of(configuration) is not { } account)
        {
            throw new StorageSettingsException($"No storage is configured. {Cure}");
        }

        var credential = StorageAccount.Credential(configuration);
        return new StorageClients(
            new TableServiceClient(account.Tables, credential, retry.Of(new TableClientOptions())),
            new QueueServiceClient(account.Queues, credential, QueueOptions(retry)),
            new BlobServiceClient(account.Blobs, credential, retry.Of(new BlobClientOptions())));
    }

    internal static QueueClientOptions QueueOptions(StorageRetry retry)
    {
        // Base64 is what the Functions host reads and writes.
        var options = retry.Of(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        options.MessageDecodingFailed += PoisonQueue.TakeUndecodableAsync;
        return options;
    }
}
