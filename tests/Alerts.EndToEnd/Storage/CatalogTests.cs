using Alerts.Cases;
using Alerts.Reconcile;
using Alerts.Storage.Tables;

namespace Alerts.EndToEnd.Storage;

public class CatalogTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cases_are_listed_with_their_state_without_reading_any_events()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        var events = Enumerable.Range(0, 60).Select(n => Sample.Event(n)).ToList();
        foreach (var number in Enumerable.Range(0, 20))
        {
            var file = new CaseFile { Case = Sample.Person with { Id = $"case-{number}" }, State = Sample.Imprisoned, Events = events };
            await cases.TrySaveAsync(file, [], Cancellation);
        }

        List<CaseFile> listed = [];
        var transactions = await storage.CountAsync(async () => listed = await cases.ListAsync(Cancellation).ToListAsync(Cancellation));

        Assert.Equal(20, listed.Count);
        Assert.All(listed, file => Assert.Equal((CaseStatus.Imprisoned, "P5Y", 0), (file.State.Status, file.State.Sentence, file.Events.Count)));
        Assert.Equal(1, transactions);
    }

    [Fact]
    public async Task A_changed_state_is_listed()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);
        var read = await cases.FindAsync(Sample.Person.Id, Cancellation);

        await cases.TrySaveAsync(read! with { State = Sample.Imprisoned }, [], Cancellation);

        Assert.Equal(CaseStatus.Imprisoned, (await cases.ListAsync(Cancellation).SingleAsync(Cancellation)).State.Status);
    }

    [Fact]
    public async Task A_writer_that_comes_late_with_an_older_state_does_not_have_the_last_word()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var catalog = storage.Get<CatalogTable>();

        await catalog.PutAsync(Sample.Person, Sample.Imprisoned, waiting: 0, revision: 5, Cancellation);
        await catalog.PutAsync(Sample.Person, CaseState.Unknown, waiting: 0, revision: 4, Cancellation);

        Assert.Equal(CaseStatus.Imprisoned, (await catalog.ListAsync(Cancellation).SingleAsync(Cancellation)).State.Status);
    }

    [Fact]
    public async Task A_case_put_under_another_kind_is_listed_once()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);

        await cases.PutAsync(Sample.Person with { Kind = CaseKind.Organization }, Cancellation);

        Assert.Equal(CaseKind.Organization, (await cases.ListAsync(Cancellation).SingleAsync(Cancellation)).Case.Kind);
    }
}
