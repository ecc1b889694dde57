using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Alerts.Cli.Azurite;

/// <summary>A running Azurite on loopback, ended with this object, or with this process however it ends.</summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private DataFolder? folder;
    private readonly ConcurrentDictionary<string, string> addresses = new();
    private readonly ConcurrentQueue<string> problems = new();
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AzuriteServer(ProcessStartInfo command)
    {
        process = new Process { StartInfo = command, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Listen(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => problems.Enqueue(line.Data ?? "");
        process.Exited += (_, _) => ready.TrySetException(new AzuriteUnavailableException("Azurite ended before it was ready."));
    }

    /// <summary>One for each account, none of which sees another's data.</summary>
    public IReadOnlyList<string> ConnectionStrings { get; private set; } = [];

    public string ConnectionString => ConnectionStrings[0];

    public int ProcessId => process.Id;

    /// <param name="dataFolder">Where it keeps its data; null for memory only.</param>
    /// <param name="progress">Told in a few words what is going on ("installing Azurite 3.35.0, once").</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="accounts">How many storage accounts to serve.</param>
    /// <exception cref="AzuriteUnavailableException">It cannot be started.</exception>
    public static async Task<AzuriteServer> StartAsync(
        string? dataFolder, IProgress<string>? progress, CancellationToken cancellation, int accounts = 1)
    {
        var programs = await NodePrograms.FindAsync(Environment.GetEnvironmentVariable("PATH"), cancellation);
        var script = await AzuriteInstallation.EnsureAsync(AzuriteInstallation.DefaultRoot, programs, progress, cancellation);
        progress?.Report("starting Azurite");
        var named = Enumerable.Range(0, accounts).Select(NewAccount).ToList();
        var folder = dataFolder is null ? null : Path.GetFullPath(dataFolder);
        var server = new AzuriteServer(Command(programs.Node, script, folder, named));
        try
        {
            await server.TakeAsync(folder, cancellation);
            await server.StartAsync(named, cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(StopTimeout, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It was never started.
        }

        process.Dispose();
        folder?.Dispose();
    }

    private static ProcessStartInfo Command(string node, string script, string? dataFolder, IEnumerable<Account> accounts)
    {
        // --skipApiVersionCheck: the clients are newer than Azurite. Port 0: it takes free ones and says which.
        string[] arguments =
        [
            "--require", Path.Combine(AzuriteInstallation.Manifest, "end-with-parent.cjs"), script,
            "--silent", "--skipApiVersionCheck", "--disableProductStyleUrl", "--disableTelemetry",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            .. dataFolder is null ? new[] { "--inMemoryPersistence" } : ["--location", dataFolder],
        ];
        return new ProcessStartInfo(node, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Select(a => $"{a.Name}:{a.Key}")) },
        };
    }

    /// <summary>Keys are made anew at each start, so that nobody else on this machine can read along with the well-known one.</summary>
    private static Account NewAccount(int number) =>
        new($"alerts{number}", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private async Task TakeAsync(string? dataFolder, CancellationToken cancellation)
    {
        if (dataFolder is not null)
        {
            folder = DataFolder.Take(dataFolder);
            await folder.OutlastFormerAsync(cancellation);
        }
    }

    private async Task StartAsync(IReadOnlyList<Account> accounts, CancellationToken cancellation)
    {
        try
        {
            process.Start();
            folder?.Occupy(process.Id);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await ready.Task.WaitAsync(StartTimeout, TimeProvider.System, cancellation);
        }
        catch (Exception e) when (e is TimeoutException or AzuriteUnavailableException)
        {
            var end = e is TimeoutException ? $"was not ready within {StartTimeout.TotalSeconds:0} s" : "ended before it was ready";
            if (process.HasExited)
            {
                // Reads what it said to the end.
                await process.WaitForExitAsync(cancellation);
            }

            throw new AzuriteUnavailableException(
                $"Azurite {end}. Try again, or {AzuriteUnavailableException.OtherStorage}. It said: {string.Join('\n', problems).Trim()}", e);
        }

        ConnectionStrings = [.. accounts.Select(ConnectionStringOf)];
    }

    private void Listen(string line)
    {
        if (Listening().Match(line) is { Success: true } match)
        {
            addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            if (addresses.Count == 3)
            {
                ready.TrySetResult();
            }
        }
    }

    private string ConnectionStringOf(Account account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account.Name};AccountKey={account.Key};"
        + string.Concat(addresses.Select(a => $"{a.Key}Endpoint={a.Value}/{account.Name};"));

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();

    private sealed record Account(string Name, string Key);
}
