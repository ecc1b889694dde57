using Alerts.Cli.Azurite;
using Alerts.Storage;
using Microsoft.Extensions.Configuration;

namespace Alerts.Cli.Local;

/// <summary>
/// The storage of a command: the account that the settings name, else Azurite over the data folder. One process at a time runs Azurite over a folder;
/// while that is <c>alerts serve</c>, other commands go through the one it runs.
/// </summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream? held;
    private readonly AzuriteServer? azurite;
    private readonly string? published;

    private LocalStorage(string name, IConfiguration settings, AzuriteServer? azurite = null, FileStream? held = null, string? published = null) =>
        (Name, Settings, this.azurite, this.held, this.published) = (name, settings, azurite, held, published);

    /// <summary>For people.</summary>
    public string Name { get; }

    /// <summary>All settings, with those that lead to it.</summary>
    public IConfiguration Settings { get; }

    /// <summary>It belongs to the data folder, and so does its protection key.</summary>
    public bool IsOfFolder { get; private init; }

    /// <exception cref="FailedException">Another command holds the folder.</exception>
    /// <exception cref="BadInputException">There can be no such folder.</exception>
    public static async Task<LocalStorage> OpenAsync(LocalHostSettings settings, IConfiguration configuration, CancellationToken cancellation)
    {
        if (StoreChoice.AccountName(configuration) is { } account)
        {
            return new LocalStorage(account, configuration) { IsOfFolder = settings.Use == LocalUse.Steps };
        }

        if (settings.Use == LocalUse.Steps)
        {
            var inMemory = await AzuriteServer.StartAsync(dataFolder: null, settings.Progress, cancellation);
            return new LocalStorage("Azurite in memory", With(configuration, inMemory.ConnectionString), inMemory) { IsOfFolder = true };
        }

        Create(settings.DataFolder);
        var connection = Path.Combine(settings.DataFolder, "storage.connection");
        var held = await HoldAsync(settings, connection, cancellation);
        if (held is not null)
        {
            return await StartAsync(settings, configuration, held, connection, cancellation);
        }

        var joined = With(configuration, await File.ReadAllTextAsync(connection, cancellation));
        return new LocalStorage($"the data folder {settings.DataFolder}, through the alerts serve that runs over it", joined) { IsOfFolder = true };
    }

    public async ValueTask DisposeAsync()
    {
        if (published is not null)
        {
            File.Delete(published);
        }

        if (azurite is not null)
        {
            await azurite.DisposeAsync();
        }

        if (held is not null)
        {
            await held.DisposeAsync();
        }
    }

    /// <returns>The folder's lock; null where a serving process can be joined.</returns>
    private static async Task<FileStream?> HoldAsync(LocalHostSettings settings, string connection, CancellationToken cancellation)
    {
        var start = TimeProvider.System.GetTimestamp();
        FileStream? held;
#pragma warning disable CA2000 // The lock goes to the caller, who holds it as long as the storage is open.
        while (!TryHold(Path.Combine(settings.DataFolder, "storage.lock"), out held))
#pragma warning restore CA2000
        {
            if (File.Exists(connection))
            {
                return settings.Use == LocalUse.Tool
                    ? null
                    : throw new FailedException($"alerts serve runs already over {settings.DataFolder}. End it, or give another folder with --data DIR.");
            }

            if (TimeProvider.System.GetElapsedTime(start) > Patience)
            {
                throw new FailedException($"Another alerts command is using {settings.DataFolder}. Wait for it to end, or give another folder with --data DIR.");
            }

            await Task.Delay(Pause, TimeProvider.System, cancellation);
        }

        return held;
    }

    private static void Create(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{folder} cannot be the data folder: {refused.Message} Give another with --data DIR.");
        }
    }

    private static bool TryHold(string path, out FileStream? held)
    {
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            held = null;
            return false;
        }
    }

    private static IConfigurationRoot With(IConfiguration configuration, string connectionString) => new ConfigurationBuilder()
        .AddConfiguration(configuration)
        .AddInMemoryCollection([new(StorageClients.Connection, connectionString)])
        .Build();

    private static async Task<LocalStorage> StartAsync(
        LocalHostSettings settings, IConfiguration configuration, FileStream held, string connection, CancellationToken cancellation)
    {
        try
        {
            // Whoever left this file behind did not end well, for the lock was free.
            File.Delete(connection);
            var azurite = await AzuriteServer.StartAsync(Path.Combine(settings.DataFolder, "azurite"), settings.Progress, cancellation);
            var published = settings.Use == LocalUse.Serve ? connection : null;
            if (published is not null)
            {
                // Renamed into place, so that nobody reads half of it.
                await File.WriteAllTextAsync($"{published}.new", azurite.ConnectionString, cancellation);
                File.Move($"{published}.new", published, overwrite: true);
            }

            return new LocalStorage($"the data folder {settings.DataFolder}", With(configuration, azurite.ConnectionString), azurite, held, published) { IsOfFolder = true };
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }
}
