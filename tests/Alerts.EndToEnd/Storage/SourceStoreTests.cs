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

        var due = Assert.Single(Assert.Single(await DueAsync(sources, Sample.Noon)).Sources);
        await sources.SaveAsync([due with { State = due.State with { NextDue = Sample.Noon.AddHours(1) } }], Cancellation);

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
        await sources.SaveAsync([new WatchedSource(source, state)], Cancellation);

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
        await SaveAsync(sources, new SourceState { SourceId = "aksu-news", ContentHash = "c0ffee" });

        await sources.PutAsync(Source("aksu-news"), Cancellation);

        var found = await sources.FindAsync("aksu-news", Cancellation);
        Assert.Equal((null, "c0ffee"), (found!.Source.Follow, found.State.ContentHash));
    }

    [Fact]
    public async Task A_source_that_moves_to_another_host_keeps_its_state_and_stands_there_once()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        await sources.PutAsync(Source("aksu-news"), Cancellation);
        await SaveAsync(sources, new SourceState { SourceId = "aksu-news", ContentHash = "c0ffee" });

        await sources.PutAsync(Source("aksu-news") with { Url = new Uri("https://moved.example/") }, Cancellation);

        var moved = await sources.ListAsync(Cancellation).SingleAsync(Cancellation);
        Assert.Equal(("moved.example", "c0ffee"), (moved.Source.Url.Host, moved.State.ContentHash));
    }

    [Fact]
    public async Task The_sources_of_one_check_are_read_in_one_transaction()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        foreach (var n in Enumerable.Range(0, 20))
        {
            await sources.PutAsync(Source($"page-{n}") with { Url = new Uri($"https://news.example/{n}") }, Cancellation);
        }

        var shard = Assert.Single(await DueAsync(sources, Sample.Noon)).Shard;
        IReadOnlyList<WatchedSource> found = [];
        Assert.Equal(1, await storage.CountAsync(async () => found = await sources.FindAsync(shard, ["page-3", "page-17", "gone"], Cancellation)));

        Assert.Equal(["page-17", "page-3"], found.Select(w => w.Source.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Due_sources_come_in_groups_that_one_transaction_saves()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        foreach (var source in Enumerable.Range(0, 130).Select(n => Source($"page-{n}") with { Url = new Uri($"https://news.example/{n}") }).Concat([Source("aksu-news"), Source("taraz-today")]))
        {
            await sources.PutAsync(source, Cancellation);
        }

        var groups = await DueAsync(sources, Sample.Noon);
        var transactions = 0;
        foreach (var group in groups)
        {
            var later = group.Sources.Select(s => s with { State = s.State with { NextDue = Sample.Noon.AddHours(1) } }).ToList();
            transactions += await storage.CountAsync(() => sources.SaveAsync(later, Cancellation));
        }

        Assert.Equal([1, 1, 30, 100], groups.Select(g => g.Sources.Count).Order());
        Assert.All(groups, group => Assert.Single(group.Sources.Select(s => s.Source.Url.Host).Distinct()));
        Assert.Equal(4, transactions);
        Assert.Empty(await DueAsync(sources, Sample.Noon));
    }

    [Fact]
    public async Task One_server_with_outsized_header_fields_does_not_keep_the_others_from_being_saved()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        var two = new[] { "one", "two" }.Select(id => Source(id) with { Url = new Uri($"https://news.example/{id}") }).ToList();
        foreach (var source in two)
        {
            await sources.PutAsync(source, Cancellation);
        }

        var hostile = new SourceState { SourceId = "one", Validators = new Validators(new string('x', 60_000), null), Problem = new string('y', 60_000) };
        await sources.SaveAsync([new WatchedSource(two[0], hostile), new WatchedSource(two[1], new SourceState { SourceId = "two", ContentHash = "c0ffee" })], Cancellation);

        Assert.Null((await sources.FindAsync("one", Cancellation))!.State.Validators.ETag);
        Assert.Equal("c0ffee", (await sources.FindAsync("two", Cancellation))!.State.ContentHash);
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

    private static Task SaveAsync(ISourceStore sources, SourceState state) =>
        sources.SaveAsync([new WatchedSource(Source(state.SourceId), state)], Cancellation);

    private static Task<List<SourceShard>> DueAsync(ISourceStore sources, DateTimeOffset now) =>
        sources.DueAsync(now, Cancellation).ToListAsync(Cancellation).AsTask();
}
