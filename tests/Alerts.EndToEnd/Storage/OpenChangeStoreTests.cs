using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Reconcile;
using Azure.Data.Tables;

namespace Alerts.EndToEnd.Storage;

public class OpenChangeStoreTests(AzuriteFixture azurite)
{
    private static readonly OpenChange Mark = new(new ChangeKey(ChangeKind.Case, "ilyas-marat", "change-1"), Sample.Noon.AddMinutes(-5), Sample.Noon);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mark_is_one_row_that_every_later_version_reads()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await storage.Get<TableServiceClient>().GetTableClient("outbox").AddEntityAsync(
            new TableEntity("open", "change-1")
            {
                ["Kind"] = "case",
                ["OwnerId"] = "ilyas-marat",
                ["SeenAt"] = Sample.Noon.AddMinutes(-5),
                ["MarkedAt"] = Sample.Noon,
            },
            Cancellation);

        Assert.Equal(Mark, await OnlyAsync(storage) with { Version = null });
    }

    [Fact]
    public async Task A_mark_is_written_as_that_row()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);

        Assert.Equal(1, await storage.CountAsync(() => storage.Get<IOpenChangeStore>().MarkAsync(Mark, Cancellation)));

        var row = await storage.RowAsync("outbox", "open", "change-1");
        Assert.Equal(
            ("case", "ilyas-marat", Mark.SeenAt, Mark.MarkedAt),
            (row.GetString("Kind"), row.GetString("OwnerId"), row.GetDateTimeOffset("SeenAt"), row.GetDateTimeOffset("MarkedAt")));
    }

    [Fact]
    public async Task A_mark_that_was_written_again_is_not_taken_away_by_who_read_it_before()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var open = storage.Get<IOpenChangeStore>();
        await open.MarkAsync(Mark, Cancellation);
        var read = await OnlyAsync(storage);
        await open.MarkAsync(Mark with { MarkedAt = Sample.Noon.AddMinutes(1) }, Cancellation);

        await open.ClearAsync(read, Cancellation);
        var again = await OnlyAsync(storage);
        Assert.Equal(Sample.Noon.AddMinutes(1), again.MarkedAt);

        await open.ClearAsync(again, Cancellation);
        await open.ClearAsync(again, Cancellation);
        Assert.Empty(await open.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Marks_and_pending_markers_share_a_table_and_do_not_meet()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var pending = new PendingMarker("ilyas-marat", "change-2", Sample.Noon);
        await storage.Get<IOpenChangeStore>().MarkAsync(Mark, Cancellation);
        await storage.Get<IPendingStore>().MarkAsync(pending, Cancellation);

        Assert.Equal("change-1", (await OnlyAsync(storage)).Change.Id);
        Assert.Equal([pending], await storage.Get<IPendingStore>().OlderThanAsync(Sample.Noon.AddHours(1), Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_change_waits_as_long_as_one_of_its_deliveries_is_due()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var deliveries = storage.Get<IDeliveryStore>();
        var all = Enumerable.Range(0, 3).Select(n => new Delivery { Change = Mark.Change, RecipientId = $"email-{n}", Channel = ChannelKind.Email }).ToList();
        await deliveries.AddMissingAsync(all, Cancellation);
        Assert.True(await deliveries.AnyDueAsync("change-1", Cancellation));

        foreach (var delivery in all)
        {
            await deliveries.SaveAsync(delivery with { Status = delivery.RecipientId == "email-1" ? DeliveryStatus.Failed : DeliveryStatus.Sent }, Cancellation);
        }

        Assert.False(await deliveries.AnyDueAsync("change-1", Cancellation));
        Assert.False(await deliveries.AnyDueAsync("change-2", Cancellation));
    }

    [Fact]
    public async Task Every_queue_and_its_twin_tells_how_full_it_is()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await storage.Get<IJobQueue>().EnqueueAsync(JobQueues.Deliveries, new CheckMessage("a"), TimeSpan.FromHours(1), Cancellation);

        var depths = await storage.Get<IQueueDepths>().ReadAsync(Cancellation);

        Assert.Equal(["alerts", "alerts-poison", "checks", "checks-poison", "deliveries", "deliveries-poison"], depths.Select(d => d.Queue).Order());
        Assert.Equal([new QueueDepth("deliveries", 1)], depths.Where(d => d.Messages > 0));
    }

    private static async Task<OpenChange> OnlyAsync(TestStorage storage) =>
        Assert.Single(await storage.Get<IOpenChangeStore>().ListAsync(Cancellation).ToListAsync(Cancellation));
}
