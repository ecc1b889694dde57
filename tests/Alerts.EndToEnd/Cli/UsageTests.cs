namespace Alerts.EndToEnd.Cli;

public class UsageTests
{
    [Theory]
    [InlineData("", "Required command")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("check", "missing")]
    [InlineData("check a.txt --nope", "'--nope'")]
    [InlineData("check a.txt b.txt", "'b.txt'")]
    [InlineData("check a.txt --published 2019-13-01", "--published: expected a day")]
    [InlineData("subscribe a@example.org", "say what to follow")]
    [InlineData("subscribe nobody --all", "expected an email address")]
    [InlineData("subscribe a@example.org --case Bad_Id", "--case: expected a slug")]
    [InlineData("subscribe a@example.org --country XX", "--country: expected a country")]
    [InlineData("webhooks add https://example.org/hook --all", "--kind")]
    [InlineData("webhooks add https://example.org/hook --all --kind email", "one of: generic, slack")]
    [InlineData("webhooks add example.org/hook --all --kind slack", "expected a whole http or https address")]
    [InlineData("sources add https://example.org --follow /news/*", "only a list or a sitemap follows links")]
    [InlineData("sources add https://example.org --kind web --follow /news/*", "one of: page, list, feed")]
    [InlineData("sources add ftp://example.org", "expected a whole http or https address")]
    [InlineData("sources add https://example.org --every 5s", "--every: expected an interval")]
    [InlineData("sources add https://example.org --notify all", "one of: events, any-change")]
    [InlineData("subscribe a@example.org --source Bad_Id", "--source: expected a slug")]
    [InlineData("sources test nowhere", "expected a whole http or https address")]
    [InlineData("import", "either a FILE or --seeds")]
    [InlineData("import a.yaml --seeds", "either a FILE or --seeds")]
    [InlineData("serve --port many", "--port: expected a port")]
    [InlineData("cases list --country K", "--country: expected a country")]
    [InlineData("doctor --dns nowhere", "--dns: expected the address of a name server")]
    [InlineData("doctor --url nowhere", "--url: expected a whole http or https address")]
    public async Task What_is_not_understood_ends_with_2_the_reason_and_the_usage(string line, string reason)
    {
        var run = await Run.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(reason, run.Error);
        Assert.Contains("Usage:", run.Error);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task An_address_is_not_repeated_on_the_screen()
    {
        var run = await Run.Of("subscribe", "secret person@example", "--all");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("person@example", run.Error);
    }

    [Theory]
    [InlineData("--help", "serve")]
    [InlineData("check --help", "--explain")]
    [InlineData("webhooks add --help", "generic|slack")]
    public async Task Help_needs_nothing_and_ends_with_0(string line, string shown)
    {
        var run = await Run.Of(line.Split(' '));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(shown, run.Output);
        Assert.Empty(run.Error);
    }
}
