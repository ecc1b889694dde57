using Alerts.Cases;
using Alerts.EndToEnd.Storage;
using Alerts.Faults;
using Alerts.Reconcile;
using Alerts.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.EndToEnd.Faults;

public class StorageFaultStories(AzuriteFixture azurite)
{
    /// <summary>Those that hang cost their time-out each.</summary>
    public static TheoryData<int, int> Faults => new(Fault.Passing.Select((fault, i) => (i, fault.IsSlow ? 25 : 3)));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_storage_that_fails_now_and_then_loses_no_alert(int fault, int oneOf) =>
        await TellAsync(request => Fault.Strikes(request.Number, oneOf) ? Fault.Passing[fault] : null);

    [Theory]
    [InlineData("Table")]
    [InlineData("Queue")]
    [InlineData("Blob")]
    public async Task A_storage_that_is_out_of_reach_for_two_hours_loses_no_alert(string service) =>
        await TellAsync(request => request.Service == service ? Fault.Status(503, "ServerBusy", applied: false) : null, TimeSpan.FromHours(2));

    [Fact]
    public async Task Alerts_that_are_given_up_while_the_tables_are_out_of_reach_come_back()
    {
        var announced = false;
        await TellAsync(
            request =>
            {
                announced |= request is { Service: "Queue", Method: "POST", Path: "/alerts/messages" };
                return announced && request.Service == "Table" ? Fault.Status(500, "InternalError", applied: false) : null;
            },
            TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(45)]
    public async Task Rivals_that_win_every_race_for_a_while_lose_no_alert(int conflicts)
    {
        var left = conflicts;
        await TellAsync(request => request is { IsTransaction: true, Service: "Table" } && Interlocked.Decrement(ref left) >= 0 ? Fault.Conflict : null);
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_known_as_ones_own()
    {
        await using var proxy = await FaultProxy.StartAsync(azurite.NewAccount());
        await using var services = new ServiceCollection().AddStorage(TestStorage.Settings(proxy.ConnectionString)).BuildServiceProvider();
        var (cases, cancellation) = (services.GetRequiredService<ICaseStore>(), TestContext.Current.CancellationToken);
        await services.GetRequiredService<StorageSetup>().EnsureAsync(cancellation);
        await cases.PutAsync(Sample.Person, cancellation);
        var read = (await cases.FindAsync(Sample.Person.Id, cancellation))!;
        proxy.Set(request => request.Number == 1 ? Fault.Dropped(applied: true) : null);

        Assert.True(await cases.TrySaveAsync(read with { State = Sample.Imprisoned }, [], cancellation));

        Assert.False(await cases.TrySaveAsync(read with { State = CaseState.Unknown }, [], cancellation));
        Assert.Equal(CaseStatus.Imprisoned, (await cases.FindAsync(Sample.Person.Id, cancellation))!.State.Status);
    }

    private async Task TellAsync(Func<StorageRequest, Fault?> plan, TimeSpan? lasting = null)
    {
        var result = await FaultRun.RunAsync(azurite.NewAccount(), plan, lasting);

        Assert.NotEqual(0, result.Struck);
        Assert.True(result.Verdict.IsGood, result.Verdict.ToString());
        Assert.Empty(result.Betrayed);
    }
}
