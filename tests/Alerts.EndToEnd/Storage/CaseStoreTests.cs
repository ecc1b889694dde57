using System.Text.Json;
using Alerts.Cases;
using Alerts.Reconcile;
using Alerts.Storage;
using Azure.Data.Tables;

namespace Alerts.EndToEnd.Storage;

public class CaseStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_saved_is_read_back()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        var file = new CaseFile { Case = Sample.Person, State = Sample.Imprisoned, Events = [Sample.Event(0), Sample.Event(1, evidence: 3)] };
        var change = Sample.Change(Sample.Event(1, evidence: 3));

        Assert.True(await cases.TrySaveAsync(file, [change], Cancellation));

        var found = await cases.FindAsync(Sample.Person.Id, Cancellation);
        AssertSame(file with { Version = found!.Version }, found);
        AssertSame(change, await cases.FindNewsAsync(Sample.Person.Id, change.Id, Cancellation));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();

        Assert.Null(await cases.FindAsync("nobody", Cancellation));
        Assert.Null(await cases.FindNewsAsync("nobody", "nothing", Cancellation));
        Assert.Empty(await cases.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_nothing_of_it_is_written()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);
        var mine = await ReadAsync(cases);
        var theirs = await ReadAsync(cases);
        Assert.True(await cases.TrySaveAsync(theirs with { Events = [Sample.Event(0)] }, [], Cancellation));

        Assert.False(await cases.TrySaveAsync(mine with { Events = [Sample.Event(1)] }, [Sample.Change(Sample.Event(1))], Cancellation));

        Assert.Equal([Sample.Id(0)], (await ReadAsync(cases)).Events.Select(e => e.Id));
        Assert.Null(await cases.FindNewsAsync(Sample.Person.Id, Sample.Change(Sample.Event(1)).Id, Cancellation));
    }

    [Theory]
    [InlineData(null, "a case that is there already")]
    [InlineData("W/\"a version nobody gave out\"", "a version unknown to this process")]
    public async Task A_version_that_is_not_the_stored_one_is_refused(string? version, string why)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);

        Assert.False(await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Version = version }, [], Cancellation), why);
    }

    [Fact]
    public async Task A_version_read_by_another_process_is_as_good_as_ones_own()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);
        var version = new string((await ReadAsync(cases)).Version);

        Assert.True(await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Version = version, Events = [Sample.Event(0)] }, [], Cancellation));

        Assert.Single((await ReadAsync(cases)).Events);
    }

    [Fact]
    public async Task A_new_definition_keeps_state_and_events()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, State = Sample.Imprisoned, Events = [Sample.Event(0)] }, [], Cancellation);

        await cases.PutAsync(Sample.Person with { Name = "Ilyas K. Marat", Country = null }, Cancellation);

        var found = await ReadAsync(cases);
        Assert.Equal(("Ilyas K. Marat", null), (found.Case.Name, found.Case.Country));
        AssertSame(Sample.Imprisoned, found.State);
        Assert.Single(found.Events);
    }

    [Fact]
    public async Task A_definition_that_is_put_during_a_save_is_not_lost()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);
        var read = await ReadAsync(cases);
        await cases.PutAsync(Sample.Person with { Name = "Ilyas K. Marat" }, Cancellation);

        Assert.False(await cases.TrySaveAsync(read with { Events = [Sample.Event(0)] }, [], Cancellation));
        Assert.Equal("Ilyas K. Marat", (await ReadAsync(cases)).Case.Name);
    }

    [Fact]
    public async Task A_save_writes_only_what_changed()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Events = [.. Enumerable.Range(0, 50).Select(n => Sample.Event(n))] }, [], Cancellation);
        var before = await VersionsAsync(storage);
        var read = await ReadAsync(cases);
        var confirmed = read.Events[7] with { Confidence = 0.95, Sightings = [.. read.Events[7].Sightings, Sample.Sighting(7, 1)] };

        await cases.TrySaveAsync(
            read with { Events = [.. read.Events.Where(e => e.Id != confirmed.Id), confirmed, Sample.Event(50)] },
            [Sample.Change(confirmed)],
            Cancellation);

        var changed = (await VersionsAsync(storage)).Except(before).Select(row => row.RowKey);
        Assert.Equal(
            new[] { "case", $"change~{Sample.Change(confirmed).Id}", $"event~{confirmed.Id}", $"event~{Sample.Id(50)}" }.Order(StringComparer.Ordinal),
            changed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Events_read_from_one_case_are_written_in_full_to_another()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.TrySaveAsync(new CaseFile { Case = Sample.Person, Events = [Sample.Event(0), Sample.Event(1)] }, [], Cancellation);
        await cases.PutAsync(Sample.Person with { Id = "ilias-marat" }, Cancellation);
        var former = await ReadAsync(cases);
        var merged = await cases.FindAsync("ilias-marat", Cancellation);

        Assert.True(await cases.TrySaveAsync(merged! with { Events = former.Events }, [], Cancellation));

        Assert.Equal(2, (await cases.FindAsync("ilias-marat", Cancellation))!.Events.Count);
    }

    [Fact]
    public async Task More_changes_than_one_transaction_holds_are_refused_before_anything_is_written()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);
        var read = await ReadAsync(cases);
        var tooMany = read with { Events = [.. Enumerable.Range(0, 100).Select(n => Sample.Event(n, evidence: 200))] };

        var refused = await Assert.ThrowsAsync<StorageLimitException>(() => cases.TrySaveAsync(tooMany, [], Cancellation));

        Assert.Contains("smaller steps", refused.Message, StringComparison.Ordinal);
        Assert.Single(await storage.RowsAsync("cases"));
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        await cases.PutAsync(Sample.Person, Cancellation);

        await Parallel.ForAsync(0, 16, Cancellation, async (number, cancellation) =>
        {
            while (!await TryAddAsync(number, cancellation))
            {
            }
        });

        Assert.Equal(Enumerable.Range(0, 16).Select(Sample.Id).Order(), (await ReadAsync(cases)).Events.Select(e => e.Id).Order());

        async Task<bool> TryAddAsync(int number, CancellationToken cancellation)
        {
            var read = await cases.FindAsync(Sample.Person.Id, cancellation);
            return await cases.TrySaveAsync(read! with { Events = [.. read.Events, Sample.Event(number)] }, [], cancellation);
        }
    }

    private static async Task<CaseFile> ReadAsync(ICaseStore cases) => (await cases.FindAsync(Sample.Person.Id, Cancellation))!;

    private static async Task<HashSet<(string RowKey, string ETag)>> VersionsAsync(TestStorage storage) =>
        [.. (await storage.RowsAsync("cases")).Select(row => (row.RowKey, row.ETag.ToString()))];

    private static void AssertSame<T>(T expected, T actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Wire.Json), JsonSerializer.Serialize(actual, Wire.Json));
}
