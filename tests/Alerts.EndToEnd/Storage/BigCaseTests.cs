using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.EndToEnd.Storage;

public class BigCaseTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_of_2000_events_and_20000_sightings_is_read_and_saved()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);
        foreach (var batch in Enumerable.Range(0, 2000).Chunk(90))
        {
            var version = (await storage.RowAsync("cases", Sample.Person.Id, "case")).ETag.ToString();
            var file = new CaseFile { Case = Sample.Person, Version = version, Events = [.. batch.Select(n => Sample.Event(n, evidence: 10))] };
            Assert.True(await cases.TrySaveAsync(file, [], Cancellation));
        }

        var big = await ReadAsync(cases);
        var much = big.Events.Single(e => e.Id == Sample.Id(1234));
        var again = much with { Sightings = [.. much.Sightings, Sample.Sighting(1234, 10)] };
        var transactions = await storage.CountAsync(
            () => cases.TrySaveAsync(big with { Events = [.. big.Events.Where(e => e.Id != again.Id), again] }, [], Cancellation));

        var found = await ReadAsync(cases);
        Assert.Equal((2000, 20001), (found.Events.Count, found.Events.Sum(e => e.Sightings.Count)));
        Assert.Equal(Enumerable.Range(0, 2000).Select(Sample.Id).Order(), found.Events.Select(e => e.Id).Order());
        Assert.Equal(1, transactions);
    }

    [Fact]
    public async Task Sightings_beyond_their_events_room_get_rows_of_their_own()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Events = [Sample.Event(0, evidence: 300)] }, [], Cancellation);

        Assert.Equal(Told(Sample.Event(0, evidence: 300)), Told((await ReadAsync(cases)).Events.Single()));
        Assert.InRange((await EvidenceRowsAsync(storage)).Count, 100, 250);
    }

    [Fact]
    public async Task One_more_sighting_of_a_much_told_event_writes_one_more_row()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Events = [Sample.Event(0, evidence: 300)] }, [], Cancellation);
        var before = await EvidenceRowsAsync(storage);
        var read = await ReadAsync(cases);
        var told = read.Events.Single();

        await cases.TrySaveAsync(read with { Events = [told with { Sightings = [.. told.Sightings, Sample.Sighting(0, 300)] }] }, [], Cancellation);

        Assert.Single((await EvidenceRowsAsync(storage)).Except(before));
        Assert.Equal(Told(Sample.Event(0, evidence: 301)), Told((await ReadAsync(cases)).Events.Single()));
    }

    [Fact]
    public async Task A_quote_longer_than_a_property_survives()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        var quote = string.Concat(Enumerable.Repeat("😀 ", 30_000)) + "x";
        var recorded = Sample.Event(0) with { Sightings = [Sample.Sighting(0, 0) with { Evidence = Sample.Evidence(0, 0) with { Quote = quote } }] };

        await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Events = [recorded] }, [Sample.Change(recorded)], Cancellation);

        Assert.Equal(quote, (await ReadAsync(cases)).Events.Single().Proof.Quote);
        Assert.Equal(quote, ((CaseChange)(await cases.FindNewsAsync(Sample.Person.Id, Sample.Change(recorded).Id, Cancellation))!).Event.Proof.Quote);
    }

    private static IEnumerable<CaseEvent> Told(RecordedEvent recorded) => recorded.Sightings.Order(SightingOrder.Clearest).Select(s => s with { Factors = [] });

    private static async Task<CaseFile> ReadAsync(ICaseStore cases) => (await cases.FindAsync(Sample.Person.Id, Cancellation))!;

    private static async Task<IReadOnlyList<(string RowKey, string ETag)>> EvidenceRowsAsync(TestStorage storage) =>
        [.. (await storage.RowsAsync("cases"))
            .Where(row => row.RowKey.StartsWith("evidence~", StringComparison.Ordinal))
            .Select(row => (row.RowKey, row.ETag.ToString()))];
}
