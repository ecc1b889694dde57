using Alerts.Cli.Terminal;
using System.Text.Json;
using Alerts.Cli.Commands.Eval;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.EndToEnd.Cli;

public class EvalTests
{
    private const string Row = """
        {"id":"a","lang":"en","published":"2019-10-30","text":"Mira Solen was released in May 2019.","watch":[{"case":"mira","kind":"person","name":"Mira Solen","aliases":[]}],
        """;

    private static readonly string ReleasedAndMore = Row.Trim() + """
        "expected":[{"case":"mira","type":"released","date":"2019-05","term":null,"detail":null,"quote":"was released in May 2019"},{"case":"mira","type":"detained","date":null,"term":null,"detail":null,"quote":"Mira Solen"}]}
        """.Trim();

    [Fact]
    public async Task A_corpus_is_scored_and_what_was_missed_is_shown()
    {
        using var folder = new TempFolder();
        var file = folder.Write("corpus.jsonl", ReleasedAndMore);

        var run = await Run.Of("eval", file, "--errors");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("a missed  mira detained", run.Output);
        Assert.Contains("0.500", run.Output);
    }

    [Fact]
    public async Task A_line_that_is_no_corpus_row_is_named_with_its_place()
    {
        using var folder = new TempFolder();
        var file = folder.Write("corpus.jsonl", "{}");

        var run = await Run.Of("eval", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{file}:1: expected a corpus row", run.Error);
    }

    [Fact]
    public async Task As_json_it_is_one_document_with_what_was_asked_for()
    {
        using var folder = new TempFolder();
        var file = folder.Write("corpus.jsonl", ReleasedAndMore);

        var plain = JsonDocument.Parse((await Run.Of("eval", file, "--json")).Output).RootElement;
        var whole = JsonDocument.Parse((await Run.Of("eval", file, "--json", "--by-type", "--errors")).Output).RootElement;

        Assert.Equal(["articles", "all", "languages", "types", "errors"], Keys(plain));
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("types").ValueKind);
        Assert.Equal(JsonValueKind.Null, plain.GetProperty("errors").ValueKind);
        Assert.Equal(["precision", "recall", "f1", "right", "wrong", "missed", "traps", "dates", "terms"], Keys(plain.GetProperty("all")));
        Assert.Equal(0.5, plain.GetProperty("languages").GetProperty("en").GetProperty("recall").GetDouble());
        Assert.Equal(1, plain.GetProperty("all").GetProperty("dates").GetProperty("right").GetInt32());
        Assert.Equal(["detained", "released"], Keys(whole.GetProperty("types")));
        var missed = Assert.Single(whole.GetProperty("errors").EnumerateArray());
        Assert.Equal(["id", "error", "case", "type", "date", "term", "detail", "quote", "rule", "trap", "reason"], Keys(missed));
        Assert.Equal(("a", "missed", "unread"), (Text(missed, "id"), Text(missed, "error"), Text(missed, "reason")));
    }

    [Fact]
    public async Task A_wrong_event_is_told_with_the_trap_it_sprang()
    {
        using var folder = new TempFolder();
        var file = folder.Write("corpus.jsonl", Row.Trim() + """
            "expected":[],"traps":[{"case":"mira","type":"released","quote":"was released","why":"told of somebody else"}]}
            """.Trim());

        var errors = JsonDocument.Parse((await Run.Of("eval", file, "--json", "--errors")).Output).RootElement.GetProperty("errors");

        var wrong = Assert.Single(errors.EnumerateArray());
        Assert.Equal(("wrong", "released", "told of somebody else"), (Text(wrong, "error"), Text(wrong, "type"), Text(wrong, "trap")));
    }

    [Fact]
    public async Task Predictions_are_the_lines_of_check_with_the_id_of_their_article()
    {
        using var folder = new TempFolder();
        var (file, into) = (folder.Write("corpus.jsonl", ReleasedAndMore), Path.Combine(folder.Path, "out.jsonl"));

        var run = await Run.Of("eval", file, "--predictions", into);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(into))).RootElement;
        Assert.Equal(["id", "case", "type", "date", "term", "detail", "quote", "confidence", "rule"], Keys(line));
        Assert.Equal(("a", "mira", "released", "2019-05"), (Text(line, "id"), Text(line, "case"), Text(line, "type"), Text(line, "date")));
        Assert.Equal("Mira Solen was released in May 2019.", Text(line, "quote"));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_named_with_the_cure()
    {
        using var folder = new TempFolder();
        var (file, into) = (folder.Write("corpus.jsonl", ReleasedAndMore), Path.Combine(folder.Path, "nowhere", "out.jsonl"));

        var run = await Run.Of("eval", file, "--predictions", into);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--predictions: {into} cannot be written", run.Error);
        Assert.Contains("Name a file in a folder that is there", run.Error);
    }

    [Fact]
    public async Task A_corpus_that_is_not_there_ends_with_2()
    {
        var run = await Run.Of("eval", "/nowhere/corpus.jsonl");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/nowhere/corpus.jsonl cannot be read", run.Error);
    }

    [Fact]
    public void A_long_run_tells_now_and_then_how_far_it_is()
    {
        var (time, told) = (new FakeTimeProvider(), new Told());
        var progress = new RunProgress("articles", told, time);

        for (var read = 1; read <= 1200; read++)
        {
            time.Advance(TimeSpan.FromMilliseconds(10));
            progress.Report(read, 1200);
        }

        Assert.Equal(
            ["500 of 1,200 articles read in 5 s, about 7 s to go", "1,000 of 1,200 articles read in 10 s, about 2 s to go"],
            told.Lines);
    }

    private static IEnumerable<string> Keys(JsonElement json) => json.EnumerateObject().Select(p => p.Name);

    private static string? Text(JsonElement json, string key) => json.GetProperty(key).GetString();

    private sealed class Told : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }
}
