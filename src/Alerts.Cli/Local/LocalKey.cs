using Alerts.Storage;
using Alerts.Storage.Protection;

namespace Alerts.Cli.Local;

/// <summary>The protection key of a command. A new one is made for the data folder's own storage alone, and only while no address lies there.</summary>
internal static class LocalKey
{
    /// <returns>null when there is none and the command touches no address.</returns>
    /// <exception cref="BadInputException">It is needed, and is missing or another than the stored addresses have.</exception>
    public static async Task<string?> FindAsync(LocalHostSettings settings, LocalStorage storage, CancellationToken cancellation)
    {
        var set = storage.Settings[ProtectionKey.Setting] is { Length: > 0 } given ? given.Trim() : null;
        var key = set ?? ProtectionKey.Load(settings.DataFolder);
        if (!settings.TouchesAddresses)
        {
            return key;
        }

        return (await KeyCheck.OfAsync(StorageClients.Of(storage.Settings).Tables, key, cancellation), key) switch
        {
            (KeyFit.Fits, not null) => key,
            (KeyFit.NothingStored, _) when storage.IsOfFolder => key ?? ProtectionKey.LoadOrCreate(settings.DataFolder),

            // A key that lies in the folder by chance is not the account's.
            (KeyFit.NothingStored, _) => set ?? throw new BadInputException(
                $"Addresses in {storage.Name} are encrypted with the key of its deployment, which is not given here. {Cure(settings, storage)}"),
            (_, null) => throw new BadInputException(
                $"There are subscribers in {storage.Name}, but their key is not here, and a new one would not read them. {Cure(settings, storage)}"),
            _ => throw new BadInputException(
                $"The subscribers in {storage.Name} were stored with another key than that of "
                + $"{(set is null ? ProtectionKey.FileIn(settings.DataFolder) : ProtectionKey.Setting)}. {Cure(settings, storage)}"),
        };
    }

    private static string Cure(LocalHostSettings settings, LocalStorage storage) => storage.IsOfFolder
        ? $"Put the file back that was {ProtectionKey.FileIn(settings.DataFolder)}, or set {ProtectionKey.Setting} (environment: Protection__Key) to what it held."
        : $"""
          Set {ProtectionKey.Setting} to it, for example:
            export Protection__Key="$(az keyvault secret show --vault-name VAULT --name protection-key --query value --output tsv)"
          """;
}
