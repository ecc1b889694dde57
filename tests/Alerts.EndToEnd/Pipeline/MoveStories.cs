using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>Two cases that turn out to be one, and a case that gets another name.</summary>
public class MoveStories(AzuriteFixture azurite)
{
    private const string Arrest = "<p>On 28 February 2026 the police arrested Mira Solen.</p>";

    [Fact]
    public async Task A_renamed_case_keeps_what_was_known_and_who_followed_and_its_former_id_leads_to_it()
    {
        await using var world = await ArrestedAsync();

        var run = await world.CommandAsync("cases", "rename", "mira-solen", "mira-orlik", "--name", "Mira Orlik");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("mira-solen is mira-orlik now: 1 event brought over.", run.Output);
        var renamed = await world.CaseAsync("mira-solen");
        Assert.Equal(("mira-orlik", "Mira Orlik", CaseStatus.Detained), (renamed.Case.Id, renamed.Case.Name, renamed.State.Status));
        Assert.Contains("Mira Solen", renamed.Case.Aliases);
        Assert.DoesNotContain("mira-solen", (await world.CommandAsync("cases", "list")).Output);

        world.Site.Page("/mira", "News", "2026-03-03", "<p>On 3 March 2026 Mira Orlik was released.</p>");
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.Equal(CaseStatus.Released, (await world.CaseAsync("mira-orlik")).State.Status);
        Assert.Equal(2, world.Mails.Count);
    }

    [Fact]
    public async Task Two_cases_made_one_have_the_events_of_both_and_tell_nobody_twice()
    {
        await using var world = await ArrestedAsync();
        world.Site.Page("/mira", "News", "2026-03-03", "<p>On 28 February 2026 the police arrested Mira Solen. On 3 March 2026 Pavel Orlik was released.</p>");
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        var told = world.Receiver.Requests.Count;

        var run = await world.CommandAsync("cases", "merge", "pavel-orlik", "mira-solen");
        await world.RunAsync();

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var one = await world.CaseAsync("pavel-orlik");
        Assert.Equal(("mira-solen", 2, CaseStatus.Released), (one.Case.Id, one.Events.Count, one.State.Status));
        Assert.All(one.Events, e => Assert.NotNull(e.Told));
        Assert.Equal(told, world.Receiver.Requests.Count);
        Assert.Equal((0, ""), await Again(world, "pavel-orlik", "mira-solen"));
    }

    [Fact]
    public async Task A_move_that_was_cut_off_is_finished_by_moving_again()
    {
        await using var world = await ArrestedAsync();
        var cases = world.Get<ICaseStore>();
        var file = await world.CaseAsync("mira-solen");
        await cases.PutAsync(file.Case with { Id = "mira-orlik" }, TestContext.Current.CancellationToken);

        Assert.Equal((0, ""), await Again(world, "mira-solen", "mira-orlik", "rename"));

        Assert.Single((await world.CaseAsync("mira-orlik")).Events);
    }

    [Fact]
    public async Task What_is_not_one_case_is_not_made_one()
    {
        await using var world = await ArrestedAsync();

        Assert.Equal(2, (await world.CommandAsync("cases", "merge", "mira-solen", "nobody")).ExitCode);
        Assert.Contains("is one case already", (await world.CommandAsync("cases", "merge", "mira-solen", "mira-solen")).Error);
        Assert.Contains("There is a case pavel-orlik already", (await world.CommandAsync("cases", "rename", "mira-solen", "pavel-orlik")).Error);
    }

    [Fact]
    public async Task A_case_that_was_merged_is_not_imported_anew()
    {
        await using var world = await ArrestedAsync();
        await world.CommandAsync("cases", "merge", "pavel-orlik", "mira-solen");

        var moved = await Assert.ThrowsAsync<CaseMovedException>(() => world.Get<ICaseStore>().PutAsync(
            new Case { Id = "pavel-orlik", Kind = CaseKind.Person, Name = "Pavel Orlik" }, TestContext.Current.CancellationToken));

        Assert.Contains("was merged into mira-solen", moved.Message);
    }

    private async Task<World> ArrestedAsync()
    {
        var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", Arrest);
        await world.FollowPageAsync();
        await world.RunAsync();
        return world;
    }

    private static async Task<(int ExitCode, string Error)> Again(World world, string from, string into, string verb = "merge")
    {
        var run = await world.CommandAsync("cases", verb, from, into);
        return (run.ExitCode, run.Error);
    }
}
