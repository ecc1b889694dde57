using Alerts.Configuration;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Alerts.Storage;

/// <summary>An account that is signed in to by identity.</summary>
/// <param name="Tables">Address of its tables.</param>
/// <param name="Queues">Address of its queues.</param>
/// <param name="Blobs">Address of its blobs.</param>
public sealed record StorageAccount(Uri Tables, Uri Queues, Uri Blobs)
{
    private static readonly string[] Services = ["table", "queue", "blob"];

    /// <summary>The path names it where the host is no name of its own, as with Azurite.</summary>
    public string Name => Tables.AbsolutePath.Trim('/') is { Length: > 0 } path ? path : Tables.Host.Split('.')[0];

    /// <returns>null when the settings name none, or not in whole.</returns>
    public static StorageAccount? Of(IConfiguration configuration)
    {
        var addresses = Services.Index().Select(service => Address(configuration, service.Item, service.Index)).OfType<Uri>().ToList();
        return addresses.Count == Services.Length ? new StorageAccount(addresses[0], addresses[1], addresses[2]) : null;
    }

    /// <summary>The settings are those that the Functions host reads for a trigger's connection, and are understood as it does.</summary>
    public static TokenCredential Credential(IConfiguration configuration)
    {
        var section = configuration.GetSection(SettingList.Storage);
        var (clientId, tenantId) = (section["clientId"], section["tenantId"]);
        return (section["credential"], clientId) switch
        {
            ("managedidentity", { Length: > 0 }) => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId)),
            ("managedidentity", _) => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned),
            _ => new DefaultAzureCredential(Options(clientId, tenantId)),
        };
    }

    private static DefaultAzureCredentialOptions Options(string? clientId, string? tenantId)
    {
        var options = new DefaultAzureCredentialOptions();
        if (!string.IsNullOrEmpty(clientId))
        {
            options.ManagedIdentityClientId = clientId;
        }

        if (!string.IsNullOrEmpty(tenantId))
        {
            options.TenantId = tenantId;
        }

        return options;
    }

    private static Uri? Address(IConfiguration configuration, string service, int index)
    {
        var name = configuration[SettingList.StorageAccount];
        var text = configuration[SettingList.StorageAddresses[index]] is { } given && !string.IsNullOrWhiteSpace(given) ? given
            : string.IsNullOrEmpty(name) ? null
            : $"https://{name}.{service}.core.windows.net";
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null;
    }
}
