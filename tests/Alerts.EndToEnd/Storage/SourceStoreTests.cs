using Alerts.Watch;

namespace Alerts.EndToEnd.Storage;

public class SourceStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<IEnumerable<string>> DueShardsAsync(ISourceStore sources, DateTimeOffset now) =>
        (await sources.StandingsAsync(Cancellation)).Where(s => s.NextDue <= now).Select(s => s.Shard).Distinct();

    [Fact]
    public async Task A_new_source_is_due_at_once_and_not_again_before_its_time()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        await sources.PutAsync(Source("aksu-news"), Cancellation);

        var shard = Assert.Single(await DueShardsAsync(sources, Sample.Noon));
        var due = Assert.Single(await sources.DueAsync(shard, Sample.Noon, Cancellation));
        await sources.SaveAsync([due with { State = due.State with { NextDue = Sample.Noon.AddHours(1) } }], Cancellation);

        Assert.Empty(await DueShardsAsync(sources, Sample.Noon.AddMinutes(59)));
        Assert.Single(await DueShardsAsync(sources, Sample.Noon.AddHours(1)));
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
    public async Task The_sources_of_a_host_are_of_one_shard_read_in_one_transaction_and_saved_by_the_hundred()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        foreach (var n in Enumerable.Range(0, 130))
        {
            await sources.PutAsync(Source($"page-{n}") with { Url = new Uri($"https://news.example/{n}") }, Cancellation);
        }

        var shard = Assert.Single(await DueShardsAsync(sources, Sample.Noon));
        IReadOnlyList<WatchedSource> due = [];
        Assert.Equal(1, await storage.CountAsync(async () => due = await sources.DueAsync(shard, Sample.Noon, Cancellation)));
        Assert.Equal(130, due.Count);

        var later = due.Select(s => s with { State = s.State with { NextDue = Sample.Noon.AddHours(1) } }).ToList();
        Assert.Equal(2, await storage.CountAsync(() => sources.ReturnAsync(shard, later, Cancellation)));
        Assert.Empty(await sources.DueAsync(shard, Sample.Noon, Cancellation));
    }

    [Fact]
    public async Task A_shard_is_lent_to_one_job_at_a_time_and_taken_from_one_that_never_gives_it_back()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();
        await sources.PutAsync(Source("aksu-news"), Cancellation);
        var shard = Assert.Single(await DueShardsAsync(sources, Sample.Noon));

        Assert.True(await LeaseAsync(0));
        Assert.False(await LeaseAsync(14));
        Assert.True(await LeaseAsync(15));
        await sources.ReturnAsync(shard, [], Cancellation);
        Assert.True(await LeaseAsync(16));
        Assert.Single(await sources.ListAsync(Cancellation).ToListAsync(Cancellation));

        Task<bool> LeaseAsync(int minutes) => sources.TryLeaseAsync(shard, Sample.Noon.AddMinutes(minutes), Sample.Noon.AddMinutes(minutes + 15), Cancellation);
    }

    [Fact]
    public async Task Of_many_that_want_a_shard_at_once_one_gets_it()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var sources = storage.Get<ISourceStore>();

        for (var round = 0; round < 3; round++)
        {
            var now = Sample.Noon.AddHours(round);
            var got = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => sources.TryLeaseAsync("a", now, now.AddMinutes(15), Cancellation)));
            Assert.Single(got, true);
        }
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
    public async Task The_documents_of_a_source_are_found_together_and_saved_together()
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

        await documents.SaveAsync("aksu-news", [document with { ContentHash = "older" }, document with { Url = new Uri("https://news.example/2") }], Cancellation);
        Assert.Equal(1, await storage.CountAsync(() => documents.SaveAsync("aksu-news", [document], Cancellation)));

        var found = await documents.ListAsync("aksu-news", Cancellation).ToListAsync(Cancellation);
        Assert.Equal(2, found.Count);
        Assert.Contains(document, found);
        Assert.Empty(await documents.ListAsync("another", Cancellation).ToListAsync(Cancellation));
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
}
