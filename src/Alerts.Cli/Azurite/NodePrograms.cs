using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Alerts.Cli.Azurite;

/// <summary>Where <c>node</c> and <c>npm</c> are on this machine.</summary>
public sealed record NodePrograms(string Node, string Npm)
{
    private const int OldestMajor = 20;

    /// <param name="searchPath">Folders to look in, as in the environment variable PATH.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="AzuriteUnavailableException">There is none, or it is too old.</exception>
    public static async Task<NodePrograms> FindAsync(string? searchPath, CancellationToken cancellation)
    {
        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var node = Find(folders, OperatingSystem.IsWindows() ? "node.exe" : "node") ?? throw Needed("no node was found on the PATH");
        var version = await VersionAsync(node, cancellation);
        if (!int.TryParse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major) || major < OldestMajor)
        {
            throw Needed($"{node} is {(version.Length > 0 ? version : "of no known version")}");
        }

        var npm = Find(folders, OperatingSystem.IsWindows() ? "npm.cmd" : "npm") ?? throw Needed("no npm was found on the PATH");
        return new NodePrograms(node, npm);
    }

    private static string? Find(IEnumerable<string> folders, string name) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<string> VersionAsync(string node, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(node, "--version") { RedirectStandardOutput = true })!;
            return (await process.StandardOutput.ReadToEndAsync(cancellation)).Trim();
        }
        catch (Win32Exception)
        {
            return "";
        }
    }

    private static AzuriteUnavailableException Needed(string found) => new(
        $"Node.js {OldestMajor} or newer, with npm, is needed for the local storage, and {found}: "
        + $"install it from your system's packages or https://nodejs.org, or {AzuriteUnavailableException.OtherStorage}.");
}
