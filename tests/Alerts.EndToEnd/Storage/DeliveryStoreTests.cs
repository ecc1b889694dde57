using System.Collections.Concurrent;
using Alerts.Notify;

namespace Alerts.EndToEnd.Storage;

public class DeliveryStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_deliveries_are_added_a_hundred_in_one_transaction()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();
        var all = Enumerable.Range(0, 250).Select(n => Delivery($"email-{n}")).ToList();

        IReadOnlyList<Delivery> due = [];
        var transactions = await storage.CountAsync(async () => due = await deliveries.AddMissingAsync(all, Cancellation));

        Assert.Equal((250, 3), (due.Count, transactions));
        Assert.Equal(250, await deliveries.OfAsync("change-1", Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_repeated_fan_out_hands_on_only_what_is_not_settled()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();
        await deliveries.AddMissingAsync([Delivery("email-1"), Delivery("email-2"), Delivery("email-3")], Cancellation);
        await deliveries.SaveAsync(Delivery("email-1") with { Status = DeliveryStatus.Sent, SentAt = Sample.Noon, Attempts = 1 }, Cancellation);
        await deliveries.SaveAsync(Delivery("email-2") with { Status = DeliveryStatus.Failed, Outcome = "gone" }, Cancellation);

        var due = await deliveries.AddMissingAsync(
            [Delivery("email-4"), Delivery("email-3"), Delivery("email-2"), Delivery("email-1"), Delivery("email-4")], Cancellation);

        Assert.Equal(["email-3", "email-4"], due.Select(d => d.RecipientId));
        Assert.Equal(DeliveryStatus.Sent, (await deliveries.FindAsync("change-1", "email-1", Cancellation))!.Status);
    }

    [Fact]
    public async Task Fan_outs_of_several_topics_at_once_leave_one_delivery_for_each_recipient()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();

        await Parallel.ForAsync(0, 8, Cancellation, async (topic, cancellation) =>
        {
            var followers = Enumerable.Range(topic * 10, 60).Select(n => Delivery($"email-{n:D3}")).ToList();
            var due = await deliveries.AddMissingAsync(followers, cancellation);
            Assert.Equal(followers.Select(d => d.RecipientId), due.Select(d => d.RecipientId));
        });

        Assert.Equal(130, await deliveries.OfAsync("change-1", Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Of_several_fan_outs_at_once_only_the_one_that_added_a_delivery_hands_it_on()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();
        var handedOn = new ConcurrentBag<string>();

        await Parallel.ForAsync(0, 8, Cancellation, async (topic, cancellation) =>
        {
            var followers = Enumerable.Range(topic * 10, 60).Select(n => Delivery($"email-{n:D3}") with { Enqueuer = $"tag:{topic}" }).ToList();
            foreach (var delivery in await deliveries.AddMissingAsync(followers, cancellation))
            {
                handedOn.Add(delivery.RecipientId);
            }
        });

        Assert.Equal(130, handedOn.Count);
        Assert.Equal(130, handedOn.Distinct().Count());
    }

    [Fact]
    public async Task A_fan_out_that_was_cut_off_hands_on_what_it_had_added()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();
        List<Delivery> followers = [Delivery("email-1") with { Enqueuer = "all" }, Delivery("email-2") with { Enqueuer = "all" }];
        await deliveries.AddMissingAsync(followers, Cancellation);

        Assert.Equal(followers, await deliveries.AddMissingAsync(followers, Cancellation));
    }

    [Fact]
    public async Task What_is_saved_is_read_back()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();
        var delivery = Delivery("email-1") with { Attempts = 3, NextAttempt = Sample.Noon, Outcome = "server-error" };

        await deliveries.SaveAsync(delivery, Cancellation);

        Assert.Equal(delivery, await deliveries.FindAsync("change-1", "email-1", Cancellation));
        Assert.Null(await deliveries.FindAsync("change-2", "email-1", Cancellation));
    }

    [Fact]
    public async Task The_deliveries_of_a_change_are_read_a_page_at_a_time()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();
        await deliveries.AddMissingAsync([.. Enumerable.Range(0, 1100).Select(n => Delivery($"email-{n:D4}"))], Cancellation);

        var (pages, continuation) = (new List<DeliveryPage>(), (string?)null);
        do
        {
            pages.Add(await deliveries.PageAsync("change-1", continuation, Cancellation));
            continuation = pages[^1].Continuation;
        }
        while (continuation is not null);

        Assert.Equal([500, 500, 100], pages.Select(p => p.Deliveries.Count));
        Assert.Equal(1100, pages.SelectMany(p => p.Deliveries).DistinctBy(d => d.RecipientId).Count());
        Assert.Empty((await deliveries.PageAsync("change-2", null, Cancellation)).Deliveries);
    }

    private static Delivery Delivery(string recipientId) => new()
    {
        Change = new ChangeKey(ChangeKind.Case, Sample.Person.Id, "change-1"),
        RecipientId = recipientId,
        Channel = ChannelKind.Email,
    };
}
