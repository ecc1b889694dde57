using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Alerts.FunctionsHost.Host;

/// <summary>The built Functions app in a process of its own, started as the Functions host starts a worker.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly ConcurrentQueue<string> said = new();

    private WorkerProcess(Process process) => this.process = process;

    /// <summary>The folder that would be deployed; another one, such as a published app, where ALERTS_FUNCTIONS_APP names it.</summary>
    public static string AppFolder { get; } = Environment.GetEnvironmentVariable("ALERTS_FUNCTIONS_APP") ?? typeof(WorkerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "FunctionsApp").Value!;

    /// <summary>Standard output and error, in lines.</summary>
    public IReadOnlyCollection<string> Said => said;

    public int Id => process.Id;

    public TimeSpan ProcessorTime => process.TotalProcessorTime;

    /// <param name="host">Where the host's end of the stream listens.</param>
    /// <param name="settings">The app's settings, in the spelling of the environment (<c>Email__From</c>); nothing else reaches it.</param>
    public static WorkerProcess Start(Uri host, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet", Arguments(host))
        {
            WorkingDirectory = AppFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = AppFolder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var worker = new WorkerProcess(new Process { StartInfo = start });
        worker.process.OutputDataReceived += (_, line) => worker.said.Enqueue(line.Data ?? "");
        worker.process.ErrorDataReceived += (_, line) => worker.said.Enqueue(line.Data ?? "");
        worker.process.Start();
        worker.process.BeginOutputReadLine();
        worker.process.BeginErrorReadLine();
        return worker;
    }

    /// <returns>Its exit code.</returns>
    public async Task<int> ExitAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await process.WaitForExitAsync().WaitAsync(StopTimeout, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static IEnumerable<string> Arguments(Uri host)
    {
        var (id, request, most) = ("worker", "start", int.MaxValue.ToString(CultureInfo.InvariantCulture));
        return
        [
            Path.Combine(AppFolder, "Alerts.Functions.dll"),
            "--host", host.Host, "--port", host.Port.ToString(CultureInfo.InvariantCulture),
            "--workerId", id, "--requestId", request, "--grpcMaxMessageLength", most,
            "--functions-uri", host.AbsoluteUri, "--functions-worker-id", id, "--functions-request-id", request,
            "--functions-grpc-max-message-length", most,
        ];
    }

    /// <summary>Settings of whoever runs the tests must not change what is tested.</summary>
    private static bool IsOurs(string name) =>
        name.Contains("__", StringComparison.Ordinal) || name.StartsWith("OTEL_", StringComparison.Ordinal) || name.StartsWith("Alerts", StringComparison.Ordinal);
}
