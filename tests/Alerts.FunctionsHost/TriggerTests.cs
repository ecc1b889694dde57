using Alerts.Jobs;

namespace Alerts.FunctionsHost;

public sealed class TriggerTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_worker_names_the_triggers_that_serve_has_and_the_web()
    {
        await using var world = await World.StartAsync(azurite);
        await using var worker = await Host.Worker.StartAsync(world.Settings, TestContext.Current.CancellationToken);

        Assert.Equal(JobTrigger.All.Select(t => t.Job).Append("Web").Order(), worker.Functions.Keys.Order());
        Assert.All(JobTrigger.All, trigger =>
        {
            var indexed = worker.Functions[trigger.Job];
            Assert.Equal(trigger.Queue ?? "", indexed.Get("queueName"));
            Assert.Equal(trigger.ScheduleSetting is { } setting ? $"%{setting}%" : "", indexed.Get("schedule"));
            Assert.Equal(trigger.Queue is null ? "" : "AlertsStorage", indexed.Get("connection"));
        });
    }
}
