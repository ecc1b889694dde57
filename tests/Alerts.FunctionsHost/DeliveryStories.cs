using Alerts.Jobs;

namespace Alerts.FunctionsHost;

/// <summary>What the product is for, by the built app on the real worker, its triggers heard by the real listeners.</summary>
public sealed class DeliveryStories(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_page_that_tells_of_an_arrest_leads_to_a_mail_and_a_webhook()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowAsync();
        await using var app = await FunctionsApp.StartAsync(world.Settings, TestContext.Current.CancellationToken);

        await World.UntilAsync(
            async () => world.At(World.MailService).Count > 0 && world.At(World.Hook).Count > 0 && await world.IsQuietAsync(),
            app.Describe);

        Assert.Single(world.At(World.MailService));
        Assert.Single(world.At(World.Hook));
        Assert.DoesNotContain(app.Invocations, i => i.Failure is not null);
        Assert.Equal(0, await world.DepthAsync($"{JobQueues.Alerts}-poison"));
    }
}
