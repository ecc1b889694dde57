using Alerts.Jobs;
using Alerts.Notify;
using Azure.Data.Tables;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>Messages that come twice or never.</summary>
public class RepeatStories(AzuriteFixture azurite)
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_that_comes_again_and_again_tries_a_receiver_that_is_down_no_oftener_for_it()
    {
        await using var world = await World.StartAsync(azurite);
        world.Receiver.Answer("/hook", 503);
        await ArrestAsync(world);
        await world.RunAsync();
        var delivery = await HookAsync(world);
        Assert.Equal((DeliveryStatus.Due, 1), (delivery.Status, delivery.Attempts));

        for (var again = 0; again < 5; again++)
        {
            await world.Get<IJobQueue>().EnqueueAsync(JobQueues.Deliveries, new DeliveryMessage(delivery.Change, [delivery.RecipientId]), delay: null, Cancellation);
        }

        await world.RunAsync();
        world.Receiver.Answer("/hook", 204);
        await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, world.Receiver.Requests.Count);
        Assert.Equal(DeliveryStatus.Sent, (await HookAsync(world)).Status);
    }

    [Fact]
    public async Task A_delivery_whose_message_was_lost_is_enqueued_again_once()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        await world.RunAsync();
        var sent = await HookAsync(world);
        var lost = new Delivery { Change = sent.Change, RecipientId = sent.RecipientId, Channel = sent.Channel, Enqueuer = "tag:given-up" };
        await world.Get<IDeliveryStore>().SaveAsync(lost, Cancellation);

        await world.RunAfterAsync(OpenDeliveries.Abandoned - TimeSpan.FromMinutes(1));
        Assert.Single(world.Receiver.Requests);
        await world.RunAfterAsync(Later);
        await world.RunAfterAsync(Later);

        Assert.Equal(2, world.Receiver.Requests.Count);
        Assert.Equal(DeliveryStatus.Sent, (await HookAsync(world)).Status);
    }

    [Fact]
    public async Task One_marker_that_cannot_be_read_keeps_no_other_from_being_announced()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        await world.RunAsync();
        var told = await HookAsync(world);
        await world.Get<TableServiceClient>().GetTableClient("cases").UpsertEntityAsync(
            new TableEntity("aaa-broken", "case") { ["Case"] = "no JSON" }, TableUpdateMode.Replace, Cancellation);
        await world.Get<TableServiceClient>().GetTableClient("cases").UpsertEntityAsync(
            new TableEntity("aaa-broken", "change~1") { ["Change"] = "no JSON" }, TableUpdateMode.Replace, Cancellation);
        await world.Get<Alerts.Reconcile.IPendingStore>().MarkAsync(new("aaa-broken", "1", World.Start), Cancellation);
        await world.Get<Alerts.Reconcile.IPendingStore>().MarkAsync(new("mira-solen", told.Change.Id, World.Start), Cancellation);

        await world.RunAfterAsync(TimeSpan.FromMinutes(20));

        Assert.DoesNotContain(
            await world.Get<Alerts.Reconcile.IPendingStore>().OlderThanAsync(world.Time.GetUtcNow(), Cancellation).ToListAsync(Cancellation), m => m.CaseId == "mira-solen");
    }

    private static Task ArrestAsync(World world)
    {
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        return world.FollowPageAsync();
    }

    private static async Task<Delivery> HookAsync(World world)
    {
        var change = (await world.CaseAsync("mira-solen")).Events.Single().Told!;
        return await world.Get<IDeliveryStore>().OfAsync(change, Cancellation).SingleAsync(d => d.Channel == ChannelKind.Generic, Cancellation);
    }
}
