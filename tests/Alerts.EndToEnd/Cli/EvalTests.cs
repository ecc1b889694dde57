namespace Alerts.EndToEnd.Cli;

public class EvalTests
{
    private const string Row = """
        {"id":"a","lang":"en","published":"2019-10-30","text":"Mira Solen was released in May 2019.","watch":[{"case":"mira","kind":"person","name":"Mira Solen","aliases":[]}],
        """;

    [Fact]
    public async Task A_corpus_is_scored_and_what_was_missed_is_shown()
    {
        using var folder = new TempFolder();
        var file = folder.Write("corpus.jsonl", Row.Trim() + """
            "expected":[{"case":"mira","type":"released","date":"2019-05","term":null,"detail":null,"quote":"was released in May 2019"},{"case":"mira","type":"detained","date":null,"term":null,"detail":null,"quote":"Mira Solen"}]}
            """.Trim());

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
}
