using System.Text.Json;
using Alerts.Cases;
using Alerts.Cli.Commands.Check;

namespace Alerts.Cli.Commands.Eval;

/// <summary>What was understood, one event a line: the <c>id</c> of its article and the keys of <c>check --json</c>.</summary>
internal sealed class PredictionFile : IAsyncDisposable
{
    private readonly StreamWriter lines;

    private PredictionFile(StreamWriter lines) => this.lines = lines;

    /// <exception cref="BadInputException">Nothing can be written there.</exception>
    public static PredictionFile Create(string path)
    {
        try
        {
            return new PredictionFile(new StreamWriter(path) { NewLine = "\n" });
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException($"--predictions: {path} cannot be written: {unwritable.Message} Name a file in a folder that is there and yours to write to.");
        }
    }

    public async Task WriteAsync(string id, IEnumerable<CaseEvent> events)
    {
        foreach (var e in events)
        {
            var line = JsonSerializer.SerializeToNode(EventLine.Of(e), EventLine.Json)!.AsObject();
            line.Insert(0, "id", id);
            await lines.WriteLineAsync(line.ToJsonString(EventLine.Json));
        }
    }

    public ValueTask DisposeAsync() => lines.DisposeAsync();
}
