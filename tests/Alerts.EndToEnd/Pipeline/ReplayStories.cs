using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>Stored pages read again by today's rules.</summary>
public class ReplayStories(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_case_as_todays_rules_read_it_makes_no_difference()
    {
        await using var world = await ReadAsync();

        var run = await world.CommandAsync("replay", "--since", "2026-03-01");

        Assert.Equal((0, "2 pages read again. 0 cases differ."), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public async Task What_is_missing_is_shown_by_a_dry_run_and_entered_in_silence_by_a_replay()
    {
        await using var world = await ReadAsync();
        await ForgetAsync(world);
        var told = world.Receiver.Requests.Count;

        var dry = await world.CommandAsync("replay", "--since", "2026-03-01", "--dry-run");

        Assert.Equal((0, ""), (dry.ExitCode, dry.Error));
        Assert.Contains("2 pages read again. 1 case differs.", dry.Output);
        Assert.Contains("mira-solen  unknown → released", dry.Output);
        Assert.Contains("+ released 2026-03-03  would have been told", dry.Output);
        Assert.Contains("On 3 March 2026 Mira Solen was released.", dry.Output);
        Assert.Contains("Nothing was written.", dry.Output);
        Assert.Empty((await world.CaseAsync("mira-solen")).Events);

        var replayed = await world.CommandAsync("replay", "--since", "2026-03-01");
        await world.RunAfterAsync(TimeSpan.FromHours(1));

        Assert.Equal((0, ""), (replayed.ExitCode, replayed.Error));
        Assert.Equal(CaseStatus.Released, (await world.CaseAsync("mira-solen")).State.Status);
        Assert.Equal(told, world.Receiver.Requests.Count);
    }

    [Fact]
    public async Task Only_pages_since_the_day_are_read()
    {
        await using var world = await ReadAsync();
        await ForgetAsync(world);

        var run = await world.CommandAsync("replay", "--since", "2026-03-04", "--dry-run");

        Assert.Contains("1 page read again. 1 case differs.", run.Output);
        Assert.DoesNotContain("arrested", run.Output);
    }

    [Fact]
    public async Task A_day_that_is_none_is_refused()
    {
        await using var world = await World.StartAsync(azurite);

        Assert.Equal(2, (await world.CommandAsync("replay", "--since", "March")).ExitCode);
        Assert.Equal(2, (await world.CommandAsync("replay")).ExitCode);
    }

    /// <summary>An arrest, and two days later a release on the same page.</summary>
    private async Task<World> ReadAsync()
    {
        var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();
        world.Site.Page("/mira", "News", "2026-03-03", "<p>On 3 March 2026 Mira Solen was released.</p>");
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        return world;
    }

    /// <summary>As if the rules of then had read nothing.</summary>
    private static async Task ForgetAsync(World world)
    {
        var file = await world.CaseAsync("mira-solen");
        Assert.True(await world.Get<ICaseStore>().TrySaveAsync(file with { Events = [], State = Fold.State(file.Case, []) }, [], TestContext.Current.CancellationToken));
    }
}
