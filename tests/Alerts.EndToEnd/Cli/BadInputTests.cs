namespace Alerts.EndToEnd.Cli;

public sealed class BadInputTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Data => Path.Combine(folder.Path, "data");

    [Fact]
    public async Task An_import_file_with_errors_has_each_listed_and_touches_nothing()
    {
        var file = folder.Write("bad.yaml", """
            cases:
              - {id: a, kind: person, name: A, colour: red}
              - {id: a, kind: planet, name: B}
            subscriptions:
              - {email: nobody, topics: [all]}
            """);

        var run = await Run.Of("import", file, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            [
                $"{file}:2:36: unknown key \"colour\" in a case (known: id, kind, name, aliases, country, tags, gender, due, timezone, links, events)",
                $"{file}:3:19: \"kind\": expected one of: person, organization, law, found \"planet\"",
                $"{file}:5:13: \"email\": expected an email address such as name@example.org",
            ],
            run.Error.Split('\n')[..3]);
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("check")]
    public async Task A_file_that_is_not_there_ends_with_2(string command)
    {
        var run = await Run.Of(command, Path.Combine(folder.Path, "nowhere.yaml"), "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nowhere.yaml cannot be read", run.Error);
    }

    [Fact]
    public async Task A_folder_is_no_document()
    {
        var run = await Run.Of("check", folder.Path, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cannot be read", run.Error);
    }

    [Theory]
    [InlineData("http://")]
    [InlineData("ftp://example.org/a.html")]
    [InlineData("https://user:pass@example.org/")]
    public async Task An_address_that_cannot_be_fetched_ends_with_2(string address)
    {
        var run = await Run.Of("check", address, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("expected a whole http or https address", run.Error);
    }

    [Fact]
    public async Task Cases_to_look_for_are_validated_like_an_import()
    {
        var (cases, text) = (folder.Write("cases.yaml", "cases: [{id: a}]"), folder.Write("a.txt", "Nothing."));

        var run = await Run.Of("check", text, "--cases", cases, "--data", Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{cases}:1:9: the case has no \"kind\"", run.Error);
        Assert.Contains($"{cases}:1:9: the case has no \"name\"", run.Error);
    }

    [Theory]
    [InlineData("{", "alerts.json cannot be read as settings")]
    [InlineData("""{ "SweepSchedule": "every minute" }""", "SweepSchedule is \"every minute\"; expected an NCrontab expression")]
    public async Task A_wrong_setting_is_named_before_anything_starts(string settings, string reason)
    {
        folder.Write("alerts.json", settings);

        var run = await Run.Of("cases", "list", "--data", folder.Path);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error);
        Assert.Equal(["alerts.json"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    public void Dispose() => folder.Dispose();
}
