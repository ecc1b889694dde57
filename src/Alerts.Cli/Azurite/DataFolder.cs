using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Alerts.Cli.Azurite;

/// <summary>A folder of Azurite's data, held by one program at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan LastWrites = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ClockError = TimeSpan.FromSeconds(2);

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
    /// <exception cref="AzuriteUnavailableException">It does not come to an end.</exception>
    public async Task OutlastFormerAsync(CancellationToken cancellation)
    {
        using var former = await FormerAsync(cancellation);
        if (former is not null)
        {
            try
            {
                await former.WaitForExitAsync(cancellation).WaitAsync(LastWrites, TimeProvider.System, cancellation);
            }
            catch (TimeoutException e)
            {
                throw new AzuriteUnavailableException(
                    $"The data folder {Path} is still in use by the Azurite of a program that was killed. End its process ({former.Id}) and try again.", e);
            }
        }
    }

    /// <summary>Notes which process works in the folder.</summary>
    public void Occupy(int processId)
    {
        held.SetLength(0);
        held.Write(Encoding.ASCII.GetBytes(processId.ToString(CultureInfo.InvariantCulture)));
        held.Flush();
    }

    public void Dispose()
    {
        held.SetLength(0);
        held.Dispose();
    }

    /// <returns>The process noted last, if it still runs. A number noted before a restart may be another's by now, who then began later.</returns>
    private async Task<Process?> FormerAsync(CancellationToken cancellation)
    {
        using var reader = new StreamReader(held, leaveOpen: true);
        if (!int.TryParse(await reader.ReadToEndAsync(cancellation), NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return null;
        }

        try
        {
            var process = Process.GetProcessById(processId);
            return process.StartTime <= File.GetLastWriteTime(held.Name) + ClockError ? process : null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

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
