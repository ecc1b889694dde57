using Alerts.Configuration;
using Alerts.Storage;
using Microsoft.Extensions.Configuration;

namespace Alerts.Cli.Local;

/// <summary>Which storage a command works on: what <c>--store</c> says, else the account that the settings name, else the data folder's own.</summary>
internal static class StoreChoice
{
    /// <summary>The word for the data folder's own.</summary>
    public const string Local = "local";

    /// <param name="store"><see cref="Local"/>, an account's name, or null to leave it to the settings.</param>
    /// <returns>The settings that it stands for; they go before all others.</returns>
    public static IReadOnlyDictionary<string, string?> Overrides(string? store) => store switch
    {
        null => new Dictionary<string, string?>(),
        Local => Naming(null),
        _ => Naming(store),
    };

    /// <returns>The account that the settings name, for people; null when they name none.</returns>
    /// <exception cref="StorageSettingsException">There can be no such account.</exception>
    public static string? AccountName(IConfiguration configuration) =>
        StorageAccount.Of(configuration) is { } account ? $"the account {account.Name} (signed in by identity)"
        : string.IsNullOrWhiteSpace(configuration[StorageClients.Connection]) ? null
        : $"the account {StorageClients.Of(configuration).Tables.AccountName} (by its key)";

    /// <summary>An empty value takes away what is set elsewhere.</summary>
    private static Dictionary<string, string?> Naming(string? account)
    {
        var settings = SettingList.StorageAddresses.Append(StorageClients.Connection).ToDictionary(name => name, _ => (string?)"");
        settings[SettingList.StorageAccount] = account ?? "";
        return settings;
    }
}
