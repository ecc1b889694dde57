using System.Diagnostics;
using Alerts.Cases;

namespace Alerts.Cli.Azurite;

/// <summary>The exact Azurite that package-lock.json names, installed once for each user.</summary>
public static class AzuriteInstallation
{
    private const string Version = "3.35.0";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    /// <summary>Next to the program: package.json, its lock and the preloaded script.</summary>
    public static string Manifest { get; } = Path.Combine(AppContext.BaseDirectory, "Azurite");

    /// <summary>The user's folder for local application data.</summary>
    public static string DefaultRoot { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "alerts");

    /// <param name="root">Where installations are kept.</param>
    /// <param name="programs">Node and npm.</param>
    /// <param name="progress">Told when something has to be installed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The script to run.</returns>
    /// <exception cref="AzuriteUnavailableException">npm could not install it.</exception>
    public static async Task<string> EnsureAsync(string root, NodePrograms programs, IProgress<string>? progress, CancellationToken cancellation)
    {
        var version = StableId.Digest(await File.ReadAllBytesAsync(Path.Combine(Manifest, "package-lock.json"), cancellation))[..12];
        var folder = Path.Combine(root, $"azurite-{version}");
        var script = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            Directory.CreateDirectory(root);
            await using var turn = await TakeTurnAsync($"{folder}.lock", cancellation);
            if (!File.Exists(script))
            {
                progress?.Report($"installing Azurite {Version}, once (about half a minute)");
                await InstallAsync(folder, programs.Npm, cancellation);
            }
        }

        return script;
    }

    /// <summary>Two programs that start at once install one after the other, and the second finds it done.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LookAgain, TimeProvider.System, cancellation);
            }
        }
    }

    /// <summary>Installs beside and then renames, so that an installation cut off is never taken for a whole one.</summary>
    private static async Task InstallAsync(string folder, string npm, CancellationToken cancellation)
    {
        var partial = $"{folder}.partial";
        Remove(partial);
        Directory.CreateDirectory(partial);
        foreach (var name in new[] { "package.json", "package-lock.json" })
        {
            File.Copy(Path.Combine(Manifest, name), Path.Combine(partial, name));
        }

        await InstallModulesAsync(partial, npm, cancellation);
        Remove(folder);
        Directory.Move(partial, folder);
    }

    private static async Task InstallModulesAsync(string folder, string npm, CancellationToken cancellation)
    {
        string[] arguments = ["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"];
        using var process = Process.Start(new ProcessStartInfo(npm, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var problem = await process.StandardError.ReadToEndAsync(cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0)
            {
                throw new AzuriteUnavailableException(
                    $"npm could not install Azurite {Version} (exit code {process.ExitCode}). Check the network and npm's registry "
                    + $"(npm config get registry), or {AzuriteUnavailableException.OtherStorage}. npm said:\n{problem.Trim()}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
