using Alerts.Cases;
using Alerts.Import;
using Alerts.Notify;
using Alerts.Reconcile;
using Alerts.Watch;

namespace Alerts.Tests.Import;

/// <summary>Cases and sources in memory, and a count of what was written to them. Whoever tells anybody of anything fails.</summary>
internal sealed class Shelf : ICaseStore, ISourceStore, IRecipientStore, ISubscriptionStore
{
    private readonly SortedDictionary<string, CaseFile> files = [];
    private readonly SortedDictionary<string, Source> sources = [];

    public CaseImporter Cases => new(this, new ReconcileOptions());

    public Importer Importer => new(Cases, this, this, this);

    public int Writes { get; private set; }

    public IReadOnlyCollection<CaseFile> Files => files.Values;

    public IReadOnlyCollection<Source> Sources => sources.Values;

    public Shelf With(CaseFile file)
    {
        files[file.Case.Id] = file with { Version = "1" };
        return this;
    }

    public Task PutAsync(Case definition, CancellationToken cancellation) => Written(() =>
    {
        var former = files.GetValueOrDefault(definition.Id);
        files[definition.Id] = new CaseFile { Case = definition, Events = former?.Events ?? [], State = Fold.State(definition, former?.Events ?? []), Version = $"{Writes}" };
    });

    public Task PutAsync(Source source, CancellationToken cancellation) => Written(() => sources[source.Id] = source);

    public Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation) => Task.FromResult(files.GetValueOrDefault(caseId));

    public IAsyncEnumerable<CaseFile> ListAsync(CancellationToken cancellation) => files.Values.Select(f => f with { Events = [] }).ToAsyncEnumerable();

    public async Task<bool> TrySaveAsync(CaseFile revised, IReadOnlyList<CaseNews> news, CancellationToken cancellation)
    {
        Assert.Empty(news);
        Assert.Equal(files.GetValueOrDefault(revised.Case.Id)?.Version, revised.Version);
        await Written(() => files[revised.Case.Id] = revised with { Version = $"{Writes}" });
        return true;
    }

    IAsyncEnumerable<WatchedSource> ISourceStore.ListAsync(CancellationToken cancellation) =>
        sources.Values.Select(s => new WatchedSource(s, new SourceState { SourceId = s.Id })).ToAsyncEnumerable();

    public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<bool> TryMoveAsync(string caseId, string? version, string into, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<CaseNews?> FindNewsAsync(string caseId, string newsId, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<Recipient> AddAsync(ChannelKind channel, string target, string? secret, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task PutAsync(Subscription subscription, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<int> CountAsync(Topic topic, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<TopicPage> PageAsync(Topic topic, string? continuation, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<IReadOnlyList<SourceStanding>> StandingsAsync(CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<bool> TryLeaseAsync(string shard, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task<IReadOnlyList<WatchedSource>> DueAsync(string shard, DateTimeOffset now, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task ReturnAsync(string shard, IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation) => throw new InvalidOperationException();

    public Task SaveAsync(IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation) => throw new InvalidOperationException();

    Task<WatchedSource?> ISourceStore.FindAsync(string sourceId, CancellationToken cancellation) => throw new InvalidOperationException();

    Task<Recipient?> IRecipientStore.FindAsync(string recipientId, CancellationToken cancellation) => throw new InvalidOperationException();

    private Task Written(Action write)
    {
        Writes++;
        write();
        return Task.CompletedTask;
    }
}
