using Alerts.Cli;

namespace Alerts.EndToEnd.Cli;

/// <summary>The command as the shell sees it: what it wrote and how it ended.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    public static async Task<Run> Of(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await AlertsCommand.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return new Run(exitCode, output.ToString(), error.ToString());
    }
}

/// <summary>A folder of its own, gone after the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("alerts-test-").FullName;

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
