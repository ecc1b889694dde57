using System.CommandLine;
using System.Text.Json;
using Alerts.Cases;
using Alerts.Cli.Commands.Check;
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
        var json = new Option<bool>("--json") { Description = "As one JSON object" };
        var predictions = new Option<string?>("--predictions") { Description = "Also write what was understood, one event a line: id and the keys of check --json", HelpName = "OUT.jsonl" };
        var command = new Command("eval", "Measure extraction on a corpus of articles with known events") { file, byType, errors, json, predictions };
        command.SetAction(async (parsed, cancellation) =>
        {
            var rows = await ReadAsync(parsed.GetValue(file)!, cancellation);
            var scores = await ScoreAsync(rows, parsed.GetValue(predictions), Notice.OnTerminal(parsed), cancellation);
            var (screen, types, wrong) = (Screen.Of(parsed), parsed.GetValue(byType), parsed.GetValue(errors));
            if (parsed.GetValue(json))
            {
                screen.Json(EvalDocument.Of(scores, types, wrong), EventLine.Json);
            }
            else
            {
                EvalReport.Print(screen, scores, types, wrong);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="BadInputException">The predictions cannot be written where they shall go.</exception>
    private static async Task<IReadOnlyList<RowScore>> ScoreAsync(IReadOnlyList<CorpusRow> rows, string? predictions, Notice notice, CancellationToken cancellation)
    {
        await using var file = predictions is null ? null : PredictionFile.Create(predictions);
        var extractor = new Extractor(LanguagePacks.Load());
        var progress = new RunProgress("articles", notice, TimeProvider.System);
        var scores = new List<RowScore>();
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            var extraction = extractor.Extract(row.Article(), new CaseIndex(row.Cases()));
            scores.Add(Scoring.Score(row, extraction));
            if (file is not null)
            {
                await file.WriteAsync(row.Id, extraction.Events);
            }

            progress.Report(scores.Count, rows.Count);
        }

        return scores;
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
