using System.Text.Json;
using Alerts.Cases;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>An operator takes what is known from one installation to another.</summary>
public sealed class ExportStories(AzuriteFixture azurite) : IDisposable
{
    private const string Told = "<p>On 26 February 2026 the police arrested Mira Solen. On 27 February 2026 a court sentenced Mira Solen to five years in prison.</p>";

    private readonly Cli.TempFolder folder = new();

    [Theory]
    [InlineData("mira.yaml")]
    [InlineData("mira.json")]
    [InlineData("mira/")]
    public async Task What_was_read_decided_and_told_here_is_known_there_and_nobody_is_alerted_again(string output)
    {
        await using var here = await ReadAsync();
        await using var there = await World.StartAsync(azurite);
        var path = Path.Combine(folder.Path, output);

        var export = await here.CommandAsync("export", "--output", path);
        var first = await there.CommandAsync("import", path);
        var second = await there.CommandAsync("import", path);
        await there.RunAsync();

        Assert.Equal((0, ""), (export.ExitCode, export.Error));
        Assert.Contains("2 cases, 2 events with 2 sightings, 1 sources.", export.Output);
        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("Imported: 2 cases, 2 events, 1 sources, 0 subscribers to 0 topics.", first.Output);
        Assert.Contains("New: 2 cases, 2 events, 2 sightings.", first.Output);
        Assert.Contains("Nothing new about cases: all of it was there already.", second.Output);
        Assert.Equal(Text(await here.CaseAsync("mira-solen")), Text(await there.CaseAsync("mira-solen")));
        Assert.All((await there.CaseAsync("mira-solen")).Events, e => Assert.NotNull(e.Told));
        Assert.Empty(there.Receiver.Requests);
        Assert.Empty(there.Mails);
    }

    [Fact]
    public async Task Nobody_who_subscribed_is_in_an_export()
    {
        await using var here = await ReadAsync();

        foreach (var format in new[] { "yaml", "json" })
        {
            var run = await here.CommandAsync("export", "--format", format);

            Assert.Contains("mira-solen", run.Output);
            Assert.DoesNotContain("family.example", run.Output);
            Assert.DoesNotContain(here.Receiver.Address.Authority, run.Output);
            Assert.DoesNotContain("whsec", run.Output);
        }
    }

    [Fact]
    public async Task One_case_can_be_exported_and_one_that_is_not_there_is_named()
    {
        await using var here = await ReadAsync();

        var one = await here.CommandAsync("export", "--case", "pavel-orlik");
        var none = await here.CommandAsync("export", "--case", "pavel-orlick");

        Assert.Contains("pavel-orlik", one.Output);
        Assert.DoesNotContain("mira-solen", one.Output);
        Assert.DoesNotContain("sources", one.Output);
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("There is no case \"pavel-orlick\"; did you mean \"pavel-orlik\"?", none.Error);
    }

    [Fact]
    public async Task What_an_operator_knows_of_the_past_is_added_by_hand_and_alerts_nobody()
    {
        await using var world = await ReadAsync();
        var alerts = world.Receiver.Requests.Count;
        var file = folder.Write("past.yaml", """
            events:
              - case: mira-solen
                type: charged
                date: 2026-02-27
                quote: The prosecutor charged Mira Solen.
                url: https://news.example/charged
            """);

        var run = await world.CommandAsync("import", file);
        await world.RunAsync();

        Assert.Contains("New: 0 cases, 1 events, 1 sightings.", run.Output);
        Assert.Contains((await world.CaseAsync("mira-solen")).Events, e => e is { Type: CaseEventType.Charged, Standing: Standing.Accepted, Told: null });
        Assert.Equal(alerts, world.Receiver.Requests.Count);
    }

    [Theory]
    [InlineData("mira-sollen", "died", ":3:12: there is no case \"mira-sollen\", neither in this file nor stored; did you mean \"mira-solen\"?")]
    [InlineData("mira-solen", "law-adopted", ":3:12: \"law-adopted\" cannot happen to a case of kind person; expected one of: detained,")]
    public async Task A_past_that_cannot_be_of_a_stored_case_is_refused(string id, string type, string error)
    {
        await using var world = await ReadAsync();
        var before = Text(await world.CaseAsync("mira-solen"));
        var file = folder.Write("past.yaml", $$"""
            events:
              - {case: mira-solen, type: charged, quote: Charged., url: "https://news.example/charged"}
              - {case: {{id}}, type: {{type}}, quote: Told., url: "https://news.example/told"}
            """);

        var run = await world.CommandAsync("import", file);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(file + error, run.Error);
        Assert.Equal(before, Text(await world.CaseAsync("mira-solen")));
    }

    [Fact]
    public async Task The_seeds_come_back_as_they_are()
    {
        await using var here = await World.StartAsync(azurite);
        await using var there = await World.StartAsync(azurite);
        await here.CommandAsync("import", "--seeds");
        var path = Path.Combine(folder.Path, "seeds");

        await here.CommandAsync("export", "--format", "csv", "--output", path);
        await there.CommandAsync("import", path);

        Assert.Equal((await here.CommandAsync("cases", "list", "--json")).Output, (await there.CommandAsync("cases", "list", "--json")).Output);
        Assert.Contains("Nothing new", (await there.CommandAsync("import", "--seeds")).Output);
    }

    [Fact]
    public async Task Persons_of_OpenSanctions_become_cases_once()
    {
        await using var world = await World.StartAsync(azurite);
        var file = folder.Write("entities.ftm.json", """
            {"id":"Q1","schema":"Person","properties":{"name":["Ada River"],"country":["kz"]}}
            {"id":"a1","schema":"Address","properties":{"full":["Aksu"]}}
            """);

        var first = await world.CommandAsync("import", file);
        var second = await world.CommandAsync("import", file);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("Imported: 1 persons and 0 organizations.", first.Output);
        Assert.Contains("Passed over, being neither: 1 Address.", first.Output);
        Assert.Contains("Nothing new", second.Output);
        Assert.Equal("KZ", (await world.CaseAsync("ada-river")).Case.Country);
    }

    public void Dispose() => folder.Dispose();

    private async Task<World> ReadAsync()
    {
        var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Told);
        await world.FollowPageAsync();
        await world.RunAsync();
        Assert.NotEmpty(world.Receiver.Requests);
        return world;
    }

    private static string Text(CaseFile file) =>
        JsonSerializer.Serialize(file with { Version = null, Events = [.. file.Events.OrderBy(e => e.Id, StringComparer.Ordinal)] }, Wire.Json);
}
