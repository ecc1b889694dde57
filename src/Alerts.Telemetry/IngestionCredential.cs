using Azure.Core;
using Azure.Identity;

namespace Alerts.Telemetry;

/// <summary>How the ingestion of Application Insights is signed in to: by the same setting that the Functions host reads.</summary>
internal static class IngestionCredential
{
    /// <param name="setting">Value of <see cref="TelemetrySettings.AuthenticationSetting"/>.</param>
    /// <returns>null where the connection string's own key is enough.</returns>
    public static TokenCredential? Of(string? setting)
    {
        var parts = (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToLookup(p => p[0], p => p[^1], StringComparer.OrdinalIgnoreCase);
        return !parts["Authorization"].Contains("AAD", StringComparer.OrdinalIgnoreCase) ? null
            : parts["ClientId"].FirstOrDefault() is { Length: > 0 } clientId ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
    }
}
