using System.CommandLine;
using System.Text.Json;
using Alerts.Cases;
using Alerts.Cli.Terminal;
using Alerts.Extract;
using Alerts.Extract.Evaluation;
using Alerts.Extract.Languages;

namespace Alerts.Cli.Commands.Eval;

/// <summary><c>alerts eval</c>: reads every article of a corpus and holds what was understood against what it states.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A corpus: one JSON object a line", HelpName = "FILE.jsonl" };
        var byType = new Option<bool>("--by-type") { Description = "Also a line for each event type" };
        var errors = new Option<bool>("--errors") { Description = "Also every wrong and every missed event" };
        var command = new Command("eval", "Measure extraction on a corpus of articles with known events") { file, byType, errors };
        command.SetAction((parsed, cancellation) => RunAsync(
            Screen.Of(parsed), parsed.GetValue(file)!, parsed.GetValue(byType), parsed.GetValue(errors), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Screen screen, string file, bool byType, bool errors, CancellationToken cancellation)
    {
        var rows = await ReadAsync(file, cancellation);
        var extractor = new Extractor(LanguagePacks.Load());
        var scores = rows.Select(row => Scoring.Score(row, extractor.Extract(row.Article(), new CaseIndex(row.Cases())))).ToList();
        if (errors)
        {
            EvalReport.Errors(screen, scores);
        }

        EvalReport.Rates(screen, scores, byType);
        return ExitCode.Done;
    }

    /// <exception cref="BadInputException">The file cannot be read, or a line of it is no corpus row.</exception>
    private static async Task<IReadOnlyList<CorpusRow>> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            var lines = await File.ReadAllLinesAsync(file, cancellation);
            return [.. lines.Select((text, i) => (Text: text, Line: i + 1)).Where(l => l.Text.Length > 0).Select(l => Row(file, l.Text, l.Line))];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file} cannot be read: {unreadable.Message}");
        }
    }

    private static CorpusRow Row(string file, string text, int line)
    {
        try
        {
            return JsonSerializer.Deserialize<CorpusRow>(text, Wire.Json) ?? throw new JsonException("the line is null");
        }
        catch (JsonException bad)
        {
            throw new BadInputException($"{file}:{line}: expected a corpus row as JSON with id, lang, text and watch; {bad.Message}");
        }
    }
}
