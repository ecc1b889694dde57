using Alerts.Storage.Tables;
using Alerts.Watch;

namespace Alerts.EndToEnd.Storage;

public class SourceStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_source_is_due_at_once_and_not_again_before_its_time()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        await sources.PutAsync(Source("aksu-news"), Cancellation);

        var due = Assert.Single(Assert.Single(await DueAsync(sources, Sample.Noon)));
        await sources.SaveAsync([due.State with { NextDue = Sample.Noon.AddHours(1) }], Cancellation);

        Assert.Empty(await DueAsync(sources, Sample.Noon.AddMinutes(59)));
        Assert.Single(await DueAsync(sources, Sample.Noon.AddHours(1)));
    }

    [Fact]
    public async Task What_is_saved_is_read_back()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        var source = Source("aksu-news") with { Kind = SourceKind.List, Follow = "/news/*", Every = TimeSpan.FromMinutes(5) };
        var state = new SourceState
        {
            SourceId = source.Id,
            NextDue = Sample.Noon,
            Validators = new Validators("W/\"1\"", "Sun, 01 Mar 2026 12:00:00 GMT"),
            ContentHash = "c0ffee",
            Failures = 2,
            LastChecked = Sample.Noon,
            Outcome = "not-found",
            Problem = "The page is gone (404). Correct the source's URL.",
        };

        await sources.PutAsync(source, Cancellation);
        await sources.SaveAsync([state], Cancellation);

        Assert.Equal(new WatchedSource(source, state), await sources.FindAsync(source.Id, Cancellation));
        Assert.Equal(new WatchedSource(source, state), await sources.ListAsync(Cancellation).SingleAsync(Cancellation));
        Assert.Null(await sources.FindAsync("another", Cancellation));
    }

    [Fact]
    public async Task A_new_definition_keeps_the_state_and_drops_what_it_no_longer_says()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        await sources.PutAsync(Source("aksu-news") with { Follow = "/news/*" }, Cancellation);
        await sources.SaveAsync([new SourceState { SourceId = "aksu-news", ContentHash = "c0ffee" }], Cancellation);

        await sources.PutAsync(Source("aksu-news"), Cancellation);

        var found = await sources.FindAsync("aksu-news", Cancellation);
        Assert.Equal((null, "c0ffee"), (found!.Source.Follow, found.State.ContentHash));
    }

    [Fact]
    public async Task Due_sources_come_in_groups_that_one_transaction_saves()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        foreach (var id in OfOneShard(130).Concat(["aksu-news", "taraz-today"]))
        {
            await sources.PutAsync(Source(id), Cancellation);
        }

        var groups = await DueAsync(sources, Sample.Noon);
        var transactions = 0;
        foreach (var group in groups)
        {
            var states = group.Select(s => s.State with { NextDue = Sample.Noon.AddHours(1) }).ToList();
            transactions += await storage.CountAsync(() => sources.SaveAsync(states, Cancellation));
        }

        Assert.Equal([1, 1, 30, 100], groups.Select(g => g.Count).Order());
        Assert.All(groups, group => Assert.Single(group.Select(s => TableKey.Shard(s.Source.Id)).Distinct()));
        Assert.Equal(4, transactions);
        Assert.Empty(await DueAsync(sources, Sample.Noon));
    }

    [Fact]
    public async Task One_server_with_outsized_header_fields_does_not_keep_the_others_from_being_saved()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        var ids = OfOneShard(2).ToList();
        foreach (var id in ids)
        {
            await sources.PutAsync(Source(id), Cancellation);
        }

        var hostile = new SourceState { SourceId = ids[0], Validators = new Validators(new string('x', 60_000), null), Problem = new string('y', 60_000) };
        await sources.SaveAsync([hostile, new SourceState { SourceId = ids[1], ContentHash = "c0ffee" }], Cancellation);

        Assert.Null((await sources.FindAsync(ids[0], Cancellation))!.State.Validators.ETag);
        Assert.Equal("c0ffee", (await sources.FindAsync(ids[1], Cancellation))!.State.ContentHash);
    }

    [Fact]
    public async Task A_document_is_found_by_its_source_and_address()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var documents = storage.Get<IDocumentStore>();
        var document = new Document
        {
            SourceId = "aksu-news",
            Url = new Uri("https://news.example/статья?id=1#top"),
            ContentHash = "c0ffee",
            FirstSeen = Sample.Noon,
            Published = new DateOnly(2026, 2, 28),
        };

        await documents.SaveAsync(document with { ContentHash = "older" }, Cancellation);
        await documents.SaveAsync(document, Cancellation);

        Assert.Equal(document, await documents.FindAsync("aksu-news", document.Url, Cancellation));
        Assert.Null(await documents.FindAsync("another", document.Url, Cancellation));
    }

    private static Source Source(string id) => new()
    {
        Id = id,
        Kind = SourceKind.Page,
        Url = new Uri($"https://{id}.example/"),
        Name = id,
    };

    private static IEnumerable<string> OfOneShard(int count) =>
        Enumerable.Range(0, int.MaxValue).Select(n => $"source-{n}").Where(id => TableKey.Shard(id) == "2a").Take(count);

    private static Task<List<IReadOnlyList<WatchedSource>>> DueAsync(ISourceStore sources, DateTimeOffset now) =>
        sources.DueAsync(now, Cancellation).ToListAsync(Cancellation).AsTask();
}
