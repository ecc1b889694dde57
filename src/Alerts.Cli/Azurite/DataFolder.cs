using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Alerts.Cli.Azurite;

/// <summary>A folder of Azurite's data, held by one program at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan LastWrites = TimeSpan.FromSeconds(10);

    private readonly FileStream held;

    private DataFolder(string path)
    {
        Path = path;
        held = new FileStream(LockFile(path), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }

    public string Path { get; }

    /// <exception cref="AzuriteUnavailableException">Another program holds it, or it cannot be written.</exception>
    public static DataFolder Take(string path)
    {
        try
        {
            CreateForOwner(path);
            return new DataFolder(path);
        }
        catch (IOException e) when (File.Exists(LockFile(path)))
        {
            throw new AzuriteUnavailableException(
                $"The data folder {path} is in use by another alerts program. End that one first, or choose another folder with --data.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AzuriteUnavailableException($"The data folder {path} cannot be written ({e.Message}). Choose another folder with --data.", e);
        }
    }

    /// <summary>When the former program was killed, its Azurite may still be writing its last data.</summary>
    public async Task OutlastFormerAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(held, leaveOpen: true);
        if (!int.TryParse(await reader.ReadToEndAsync(cancellation), NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return;
        }

        try
        {
            using var former = Process.GetProcessById(processId);
            if (former.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase))
            {
                await former.WaitForExitAsync(cancellation).WaitAsync(LastWrites, TimeProvider.System, cancellation);
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or TimeoutException)
        {
            // It is gone, or the number belongs to an unrelated process by now.
        }
    }

    /// <summary>Notes which process works in the folder.</summary>
    public void Occupy(int processId)
    {
        held.SetLength(0);
        held.Write(Encoding.ASCII.GetBytes(processId.ToString(CultureInfo.InvariantCulture)));
        held.Flush();
    }

    public void Dispose() => held.Dispose();

    private static void CreateForOwner(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string LockFile(string path) => System.IO.Path.Combine(path, "azurite.lock");
}
