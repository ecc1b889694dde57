using System.Text.Json;
using Alerts.Notify;
using Alerts.Reconcile;

namespace Alerts.EndToEnd.Pipeline;

public class DeliveryStories(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_receiver_that_is_down_stays_due_and_gets_the_alert_once_it_is_back_under_the_same_id()
    {
        await using var world = await World.StartAsync(azurite);
        world.Receiver.Answer("/hook", 503);
        await ArrestAsync(world);
        await world.RunAsync();

        var first = Assert.Single(world.Receiver.Requests);
        var due = await DeliveryAsync(world, first);
        Assert.Equal((DeliveryStatus.Due, "server-error"), (due.Status, due.Outcome));

        world.Receiver.Answer("/hook", 204);
        var pending = await world.RunAfterAsync(TimeSpan.FromMinutes(1));

        Assert.Null(pending.NextDue);
        Assert.Equal(2, world.Receiver.Requests.Count);
        Assert.Equal(first.Headers["webhook-id"], world.Receiver.Requests.Last().Headers["webhook-id"]);
        Assert.Equal(first.Body, world.Receiver.Requests.Last().Body);
        Assert.Equal(DeliveryStatus.Sent, (await DeliveryAsync(world, first)).Status);
    }

    [Fact]
    public async Task A_receiver_that_says_it_is_gone_is_not_asked_again()
    {
        await using var world = await World.StartAsync(azurite);
        world.Receiver.Answer("/hook", 410);
        await ArrestAsync(world);
        var pending = await world.RunAsync();

        Assert.Null(pending.NextDue);
        Assert.Equal((DeliveryStatus.Failed, "gone"), await StandingAsync(world));
    }

    [Fact]
    public async Task A_receiver_on_a_private_address_is_never_called()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        var recipient = await world.Get<IRecipientStore>()
            .AddAsync(ChannelKind.Generic, "http://127.0.0.1:9/hook", world.Secret.Text, TestContext.Current.CancellationToken);
        await world.Get<ISubscriptionStore>()
            .PutAsync(new Subscription(Topic.OfCase("mira-solen"), recipient.Id, ChannelKind.Generic), TestContext.Current.CancellationToken);
        await world.RunAsync();

        var change = ChangeId(Assert.Single(world.Receiver.Requests));
        var refused = await world.Get<IDeliveryStore>().FindAsync(change, recipient.Id, TestContext.Current.CancellationToken);
        Assert.Equal("refused-address", refused!.Outcome);
    }

    [Fact]
    public async Task A_change_whose_announcement_was_cut_off_is_announced_by_a_later_sweep()
    {
        await using var world = await World.StartAsync(azurite);
        await ArrestAsync(world);
        await world.RunAsync();
        var told = Assert.Single(world.Receiver.Requests);
        var change = await world.Get<ICaseStore>().FindNewsAsync("mira-solen", ChangeId(told), TestContext.Current.CancellationToken);
        var late = await world.Get<IRecipientStore>()
            .AddAsync(ChannelKind.Email, "late@family.example", secret: null, TestContext.Current.CancellationToken);
        await world.Get<ISubscriptionStore>()
            .PutAsync(new Subscription(Topic.All, late.Id, ChannelKind.Email), TestContext.Current.CancellationToken);

        await world.Get<IPendingStore>()
            .MarkAsync(new PendingMarker("mira-solen", change!.Id, world.Time.GetUtcNow()), TestContext.Current.CancellationToken);
        await world.RunAfterAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(2, world.Mails.Count);
        Assert.Single(world.Receiver.Requests);
    }

    private static Task ArrestAsync(World world)
    {
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        return world.FollowPageAsync();
    }

    private static async Task<(DeliveryStatus Status, string? Outcome)> StandingAsync(World world)
    {
        var delivery = await DeliveryAsync(world, world.Receiver.Requests.First());
        return (delivery.Status, delivery.Outcome);
    }

    private static async Task<Delivery> DeliveryAsync(World world, Received request) => await world.Get<IDeliveryStore>()
        .OfAsync(ChangeId(request), TestContext.Current.CancellationToken)
        .SingleAsync(d => d.Channel == ChannelKind.Generic, TestContext.Current.CancellationToken);

    private static string ChangeId(Received request) =>
        JsonDocument.Parse(request.Body).RootElement.GetProperty("data").GetProperty("change").GetString()!;
}
