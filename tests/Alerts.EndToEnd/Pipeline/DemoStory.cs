using Alerts.EndToEnd.Cli;

namespace Alerts.EndToEnd.Pipeline;

public class DemoStory
{
    [Fact]
    public async Task The_demo_tells_its_story_and_ends_by_itself_with_every_alert_arrived()
    {
        using var folder = new TempFolder();

        var run = await Run.Of("demo", "--data", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Every alert arrived.", run.Output);
        Assert.Contains("released (pardon) → imprisoned (5 months)", run.Output);
        Assert.Contains("signature valid", run.Output);
        Assert.DoesNotContain("✘", run.Output);
    }
}
