using Alerts.Cli;

namespace Alerts.EndToEnd.Cli;

/// <summary>The command as the shell sees it: what it wrote and how it ended.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    private const string OfStorage = "Storage: ";

    /// <summary>Which storage it said it works on; a line on standard error, which is without it here.</summary>
    public string? Storage { get; private init; }

    public static async Task<Run> Of(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await AlertsCommand.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return Told(exitCode, output.ToString(), error.ToString());
    }

    public static Run Told(int exitCode, string output, string error)
    {
        var lines = error.Split('\n').ToList();
        var storage = lines.FindIndex(l => l.StartsWith(OfStorage, StringComparison.Ordinal));
        if (storage < 0)
        {
            return new Run(exitCode, output, error);
        }

        var name = lines[storage][OfStorage.Length..];
        lines.RemoveAt(storage);
        return new Run(exitCode, output, string.Join('\n', lines)) { Storage = name };
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
