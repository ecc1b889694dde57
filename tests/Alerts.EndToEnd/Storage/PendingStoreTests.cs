using Alerts.Reconcile;

namespace Alerts.EndToEnd.Storage;

public class PendingStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_marker_is_found_when_it_is_old_until_it_is_cleared()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var pending = storage.Get<IPendingStore>();
        var old = new PendingMarker("ilyas-marat", Sample.Id(1), Sample.Noon);
        await pending.MarkAsync(old, Cancellation);
        await pending.MarkAsync(old with { ChangeId = Sample.Id(2), At = Sample.Noon.AddMinutes(14) }, Cancellation);

        Assert.Equal([old], await OlderThanAsync(pending, Sample.Noon.AddMinutes(1)));

        await pending.ClearAsync(old, Cancellation);
        await pending.ClearAsync(old, Cancellation);
        Assert.Empty(await OlderThanAsync(pending, Sample.Noon.AddMinutes(1)));
        Assert.Single(await OlderThanAsync(pending, Sample.Noon.AddMinutes(15)));
    }

    private static ValueTask<List<PendingMarker>> OlderThanAsync(IPendingStore pending, DateTimeOffset time) =>
        pending.OlderThanAsync(time, Cancellation).ToListAsync(Cancellation);
}
