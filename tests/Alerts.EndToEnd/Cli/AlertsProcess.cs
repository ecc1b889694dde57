using System.Diagnostics;

namespace Alerts.EndToEnd.Cli;

/// <summary>The command in a process and an environment of its own.</summary>
internal static class AlertsProcess
{
    public static async Task<Run> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        using var process = Process.Start(Told(environment, args))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        try
        {
            await process.WaitForExitAsync(Cancellation);
            return Run.Told(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ProcessStartInfo Told(IReadOnlyDictionary<string, string> environment, string[] args)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "alerts.exe" : "alerts");
        var start = new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
