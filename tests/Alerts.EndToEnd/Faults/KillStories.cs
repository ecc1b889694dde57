using Alerts.Faults;

namespace Alerts.EndToEnd.Faults;

public class KillStories(AzuriteFixture azurite)
{
    private const int Points = 8;

    /// <summary>Some of the points; all of them are tried by <c>Alerts.Benchmarks faults</c>.</summary>
    [Fact]
    public async Task A_program_killed_anywhere_between_page_and_recipient_and_started_again_loses_no_alert()
    {
        await using var run = new KillRun();
        var points = await run.PointsAsync(azurite.NewAccount());
        Assert.InRange(points.Count, 100, 1000);
        for (var n = 0; n < Points; n++)
        {
            // An odd step meets requests that were carried out and ones that were not.
            var point = points[n * ((points.Count / Points) | 1) % points.Count];
            var result = await run.RunAsync(azurite.NewAccount(), point);

            Assert.True(result.Verdict.IsGood, $"{point} ({result.At}): {result.Verdict}");
        }
    }
}
