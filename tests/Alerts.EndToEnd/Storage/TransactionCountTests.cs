using Alerts.Cases;
using Alerts.Reconcile;
using Alerts.Watch;

namespace Alerts.EndToEnd.Storage;

/// <summary>What the steps of a check ask of the tables; each transaction is paid for.</summary>
public class TransactionCountTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_is_read_in_one_transaction()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Events = [Sample.Event(0), Sample.Event(1)] }, [], Cancellation);

        Assert.Equal(1, await storage.CountAsync(() => cases.FindAsync(Sample.Person.Id, Cancellation)));
    }

    [Fact]
    public async Task A_case_is_saved_in_one_transaction_and_two_more_for_the_catalog_when_its_state_moved()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);

        Assert.Equal(3, await SaveAsync(file => file with { State = Sample.Imprisoned, Events = [Sample.Event(0)] }));
        Assert.Equal(1, await SaveAsync(file => file with { Events = [.. file.Events, Sample.Event(1), Sample.Event(2)] }));

        async Task<int> SaveAsync(Func<CaseFile, CaseFile> revise)
        {
            var revised = revise((await cases.FindAsync(Sample.Person.Id, Cancellation))!);
            return await storage.CountAsync(() => cases.TrySaveAsync(revised, [Sample.Change(revised.Events[^1])], Cancellation));
        }
    }

    [Fact]
    public async Task The_state_of_a_source_is_saved_in_one_transaction()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        var source = new Source { Id = "aksu-news", Kind = SourceKind.Feed, Url = new Uri("https://news.example/"), Name = "Aksu" };
        await sources.PutAsync(source, Cancellation);

        Assert.Equal(1, await storage.CountAsync(() => sources.SaveAsync([new WatchedSource(source, new SourceState { SourceId = source.Id })], Cancellation)));
    }
}
