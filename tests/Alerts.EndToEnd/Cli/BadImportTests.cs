namespace Alerts.EndToEnd.Cli;

/// <summary>An import that is wrong anywhere says where, what is wrong and how to mend it, and touches nothing.</summary>
public sealed class BadImportTests : IDisposable
{
    private const string Person = "cases:\n  - id: a\n    kind: person\n    name: A B\n    events:\n      - ";

    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    [Theory]
    [InlineData("alerts: 2\ncases: []", "{0}:1:9: made by a newer version of Alerts: format 2; this one reads up to 1. Update Alerts, then import again")]
    [InlineData("alerts: first", "{0}:1:9: \"alerts\": expected the number of the format, such as 1")]
    [InlineData("{\"alerts\": 2}", "{0}:1:12: made by a newer version of Alerts: format 2")]
    [InlineData(Person + "{type: freed, quote: q, url: 'https://a.example/'}", "{0}:6:16: \"type\": expected one of: detained, charged, hearing, convicted, sentenced,")]
    [InlineData(Person + "{type: law-adopted, quote: q, url: 'https://a.example/'}", "{0}:6:16: \"type\": \"law-adopted\" cannot happen to a case of kind person; expected one of: detained,")]
    [InlineData(Person + "{type: released, date: 2999-01-01, quote: q, url: 'https://a.example/'}", "{0}:6:32: \"date\": 2999-01-01 lies in the future")]
    [InlineData(Person + "{type: released, detail: escaped, quote: q, url: 'https://a.example/'}", "{0}:6:34: \"detail\": \"escaped\" is not a detail of \"released\"; expected one of: served, parole,")]
    [InlineData(Person + "{type: sentenced, term: five years, quote: q, url: 'https://a.example/'}", "{0}:6:33: \"term\": expected an ISO 8601 duration such as P5Y")]
    [InlineData(Person + "{type: released}", "{0}:6:9: the event has no \"quote\"")]
    [InlineData(Person + "{id: e1, type: released, standing: accepted}", "{0}:6:9: \"sightings\": an exported event has at least one")]
    [InlineData(Person + "{id: e1, type: released, standing: sure, confidence: 2, sightings: []}", "{0}:6:44: \"standing\": expected one of: accepted, pending, retracted, rejected, found \"sure\"")]
    [InlineData("cases: []\nevents:\n  - {type: died, quote: q, url: 'https://a.example/'}", "{0}:3:5: the event has no \"case\"")]
    [InlineData("events:\n  - {case: a, type: law-adopted, quote: q, url: 'https://a.example/'}\ncases:\n  - {id: a, kind: person, name: A B}", "{0}:2:12: \"type\": \"law-adopted\" cannot happen to a case of kind person")]
    [InlineData("cases:\n  - {id: a, kind: person, name: A}\n  - {id: a, kind: person, name: B}", "{0}:3:10: duplicate case \"a\"; first on line 2")]
    [InlineData("{\"cases\": [{\"id\": \"a\", \"kind\": \"person\",, \"name\": \"A\"}]}", "{0}:1:41: this is not JSON: ")]
    [InlineData("{\"cases\": [{\"id\": \"a\",\n  \"kind\": \"planet\", \"name\": \"A\"}]}", "{0}:2:11: \"kind\": expected one of: person, organization, law, found \"planet\"")]
    [InlineData("{\"cases\": [{\"id\": \"a\"", "{0}:1:22: this is not JSON: ")]
    [InlineData("{\"id\": \"Q1\", \"schema\": \"Person\"}\n{\"id\": \"Q2\"}", "{0}:2:1: this is no FollowTheMoney entity; expected an object with \"id\", \"schema\" and \"properties\"")]
    [InlineData("[{\"id\": \"Q1\", \"schema\": \"Person\", \"properties\": []}]", "{0}:1:2: this is no FollowTheMoney entity")]
    public async Task A_wrong_file_is_refused(string text, string error)
    {
        var file = folder.Write("import.txt", text);

        var run = await Run.Of("import", file, "--data", Data);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(string.Format(error, file), run.Error);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("id,kind,name\na,person,A B\nb,planet,C D\n", "", "", "{0}cases.csv:3:2: \"kind\": expected one of: person, organization, law, found \"planet\"")]
    [InlineData("id,kind,name\na,person\n", "", "", "{0}cases.csv:2:1: this is not CSV, in row ")]
    [InlineData("id,kind,name\na,person,\"A B\n", "", "", "{0}cases.csv:2:1: this is not CSV, in row ")]
    [InlineData("id,kind,nmae\na,person,A B\n", "", "", "{0}cases.csv:2:3: unknown key \"nmae\" in a case; did you mean \"name\"?")]
    [InlineData("id,kind,name\na,person,A B\na,person,A C\n", "", "", "{0}cases.csv:3:1: duplicate case \"a\"; first on line 2")]
    [InlineData("id,kind,name\na,person,A B\n", "case,type,quote,url\na,lost,q,https://a.example/\n", "", "{0}events.csv:2:2: \"type\": expected one of: detained,")]
    [InlineData("id,kind,name\na,person,A B\n", "case,type,quote,url\na,died,q,a.example\n", "", "{0}events.csv:2:4: \"url\": expected a whole http or https address")]
    [InlineData("id,kind,name\na,person,A B\n", "", "case,event,type\na,e1,died\n", "{0}sightings.csv:2:1: there is no event \"e1\" of the case \"a\" in events.csv")]
    public async Task A_wrong_table_is_refused_with_its_row(string cases, string events, string sightings, string error)
    {
        var tables = Directory.CreateDirectory(Path.Combine(folder.Path, "tables")).FullName;
        foreach (var (name, text) in new[] { ("cases", cases), ("events", events), ("sightings", sightings) }.Where(t => t.Item2.Length > 0))
        {
            await File.WriteAllTextAsync(Path.Combine(tables, $"{name}.csv"), text, TestContext.Current.CancellationToken);
        }

        var run = await Run.Of("import", tables, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(string.Format(error, tables + Path.DirectorySeparatorChar), run.Error);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task A_folder_without_cases_is_no_export()
    {
        var run = await Run.Of("import", folder.Path, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("there is no cases.csv in this folder; an export as CSV has one", run.Error);
    }

    [Fact]
    public async Task One_table_is_no_import_and_the_folder_is_named()
    {
        var table = folder.Write("cases.csv", "id,kind,name\n");

        var run = await Run.Of("import", table, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{table} is one table. Import the folder that it stands in: alerts import {folder.Path}", run.Error);
    }

    [Theory]
    [InlineData("yaml", "is a folder, which only an import as csv is. Name a file.")]
    [InlineData("xml", "expected one of: yaml, json, csv, ftm, found \"xml\"")]
    public async Task A_format_that_does_not_go_with_it_is_refused(string format, string error)
    {
        var run = await Run.Of("import", folder.Path, "--format", format, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(error, run.Error);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var file = Path.Combine(folder.Path, "bytes.yaml");
        await File.WriteAllBytesAsync(file, [.. "cases:\n  - name: "u8, 0xE9, .. "\n"u8], TestContext.Current.CancellationToken);

        var run = await Run.Of("import", file, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the file is not UTF-8; save it as UTF-8", run.Error);
    }

    [Theory]
    [InlineData("An export as CSV is a folder of tables. Name one with --output FOLDER.", "--format", "csv")]
    [InlineData("--only: expected some of cases, events, sources, with commas between, found \"people\"", "--only", "people")]
    [InlineData("--format: expected one of: yaml, json, csv, found \"ftm\"", "--format", "ftm")]
    [InlineData("--case: expected a slug", "--case", "A B")]
    public async Task An_export_that_cannot_be_written_is_refused(string error, params string[] args)
    {
        var run = await Run.Of(["export", .. args, "--data", Data]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(error, run.Error);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task An_export_does_not_take_the_place_of_other_files()
    {
        folder.Write("thesis.txt", "a life's work");

        var run = await Run.Of("export", "--output", folder.Path, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{folder.Path} holds something other than an export (thesis.txt), which would be lost.", run.Error);
    }

    public void Dispose() => folder.Dispose();
}
