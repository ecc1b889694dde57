using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Alerts.Faults;

/// <summary>It was killed.</summary>
public sealed class ProgramDiedException(string said) : Exception($"The program died. {said}");

/// <summary>The program in a process of its own.</summary>
internal sealed class KillableProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> problems;

    private KillableProgram(Process process) => (this.process, problems) = (process, process.StandardError.ReadToEndAsync());

    public static KillableProgram Start()
    {
        var assembly = typeof(KillableProgram).Assembly.GetName().Name;
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? $"{assembly}.exe" : assembly!);
        return new KillableProgram(Process.Start(new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    public Task BeginAsync(StoryHostSettings settings) => SayAsync(JsonSerializer.Serialize(settings));

    public Task RunAsync(DateTimeOffset now) => SayAsync(now.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>SIGKILL: nothing of it runs any more once this returns.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <exception cref="ProgramDiedException">It ended before it answered.</exception>
    private async Task SayAsync(string line)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
            if (await process.StandardOutput.ReadLineAsync() is not null)
            {
                return;
            }
        }
        catch (IOException)
        {
            // Its end of the pipe is closed.
        }

        throw new ProgramDiedException(await problems);
    }
}
