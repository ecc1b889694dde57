using System.Text.Json;
using Alerts.Cases;
using Alerts.Cli.Commands.Cases;
using Alerts.Reconcile;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>What a person decides about events, by the commands.</summary>
public class ReviewStories(AzuriteFixture azurite)
{
    private const string Doubtful = "Police sources say that Mira Solen was released on 1 March 2026.";

    [Fact]
    public async Task A_doubtful_event_waits_and_tells_nobody_until_a_person_accepts_it()
    {
        await using var world = await WaitingAsync();
        var waiting = Assert.Single((await world.CaseAsync("mira-solen")).Events);

        var list = await world.CommandAsync("review");
        Assert.Equal((0, ""), (list.ExitCode, list.Error));
        Assert.Contains("1 event waits for review. Nobody was told of it.", list.Output);
        Assert.Contains($"Mira Solen  mira-solen {EventText.ShortId(waiting)}  released 2026-03-01", list.Output);
        Assert.Contains(Doubtful, list.Output);
        Assert.Empty(world.Receiver.Requests);

        var accepted = await world.CommandAsync("review", "accept", "mira-solen", EventText.ShortId(waiting), "--by", "Dana");
        Assert.Equal((0, ""), (accepted.ExitCode, accepted.Error));
        Assert.Contains("The state is released now; it was unknown.", accepted.Output);
        await world.RunAsync();

        Assert.Single(world.Receiver.Requests);
        Assert.Single(world.Mails);
        Assert.Contains("Nothing waits for review.", (await world.CommandAsync("review")).Output);
        Assert.Contains("accepted by Dana", (await world.CommandAsync("cases", "show", "mira-solen")).Output);
    }

    [Fact]
    public async Task An_edit_counts_and_the_reading_is_kept_beside_it()
    {
        await using var world = await WaitingAsync();
        var waiting = Assert.Single((await world.CaseAsync("mira-solen")).Events);

        var run = await world.CommandAsync("review", "edit", "mira-solen", waiting.Id, "--date", "2026-02", "--detail", "parole", "--by", "Dana", "--note", "Her lawyer confirms it.");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var edited = Assert.Single((await world.CaseAsync("mira-solen")).Events);
        Assert.Equal(("2026-02", "parole", "2026-03-01"), (edited.Date?.ToString(), edited.Detail, edited.Sightings[0].Date?.ToString()));
        Assert.Equal(CaseStatus.ReleasedConditionally, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Matches("accepted by Dana on [0-9-]+, edited: Her lawyer confirms it.", (await world.CommandAsync("cases", "show", "mira-solen")).Output);
    }

    [Fact]
    public async Task A_retracted_event_corrects_the_state_and_leaves_a_correction_for_those_alerted()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();
        var told = Assert.Single((await world.CaseAsync("mira-solen")).Events);

        var run = await world.CommandAsync("review", "retract", "mira-solen", told.Id, "--note", "It was another woman of that name.");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("A correction goes to everyone who was alerted on 2026-03-02.", run.Output);
        var file = await world.CaseAsync("mira-solen");
        Assert.Equal((CaseStatus.Unknown, Standing.Retracted), (file.State.Status, file.Events[0].Standing));
        world.Site.Page("/mira", "News", "2026-03-02", "<p>On 28 February 2026 the police arrested Mira Solen. She is a journalist.</p>");
        await world.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(CaseStatus.Unknown, (await world.CaseAsync("mira-solen")).State.Status);
    }

    [Theory]
    [InlineData("There is no case \"mira-sole\"; did you mean \"mira-solen\"", "accept", "mira-sole", "aaaaaa")]
    [InlineData("has no event \"aaaaaa\"", "accept", "mira-solen", "aaaaaa")]
    [InlineData("give at least 6 characters", "reject", "mira-solen", "a")]
    [InlineData("Only an accepted event can be retracted", "retract", "mira-solen", "EVENT")]
    [InlineData("Nothing to edit", "edit", "mira-solen", "EVENT")]
    [InlineData("lies in the future", "edit", "mira-solen", "EVENT", "--date", "2027")]
    [InlineData("is not a date such as", "edit", "mira-solen", "EVENT", "--date", "yesterday")]
    [InlineData("cannot happen to a case of kind person", "edit", "mira-solen", "EVENT", "--type", "law-adopted")]
    [InlineData("five years", "edit", "mira-solen", "EVENT", "--type", "sentenced", "--term", "five years")]
    [InlineData("parol", "edit", "mira-solen", "EVENT", "--detail", "parol")]
    [InlineData("escaped", "edit", "mira-solen", "EVENT", "--type", "escaped")]
    public async Task What_contradicts_the_vocabulary_or_is_not_there_is_refused_and_nothing_is_written(string says, params string[] args)
    {
        await using var world = await WaitingAsync();
        var before = JsonSerializer.Serialize((await world.CaseAsync("mira-solen")).Events, Wire.Json);
        var id = (await world.CaseAsync("mira-solen")).Events[0].Id;

        var run = await world.CommandAsync(["review", .. args.Select(a => a == "EVENT" ? id : a)]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error);
        Assert.Equal(before, JsonSerializer.Serialize((await world.CaseAsync("mira-solen")).Events, Wire.Json));
    }

    /// <summary>Accepts nothing by itself, so that an ordinary sentence waits.</summary>
    private async Task<World> WaitingAsync()
    {
        var world = await World.StartAsync(azurite, new Dictionary<string, string?> { ["Reconcile:AcceptFrom"] = "1.01" });
        world.Site.Page("/mira", "News", "2026-03-01", $"<p>{Doubtful}</p>");
        await world.FollowPageAsync();
        await world.RunAsync();
        return world;
    }
}
