using Alerts.Cases;
using Alerts.Import;
using Alerts.Notify.Webhook;
using Alerts.Notify;
using Alerts.Reconcile;
using Alerts.Watch;

namespace Alerts.Tests.Import;

public class ImporterTests
{
    private static readonly Subscriber Endpoint = new()
    {
        Channel = ChannelKind.Generic,
        Target = "https://hooks.example.org/secret-path",
        Topics = [Topic.All, Topic.OfCountry("KZ")],
    };

    private static readonly ImportFile File = new(
        [new Case { Id = "ada-river", Kind = CaseKind.Person, Name = "Ada River" }],
        [new Source { Id = "news", Kind = SourceKind.Page, Name = "News", Url = new Uri("https://example.org/") }],
        [Endpoint]);

    [Fact]
    public async Task Nothing_is_watched_before_everybody_who_wants_to_know_is_in()
    {
        var ledger = new Ledger();

        var report = await ledger.Importer.RunAsync(File, TestContext.Current.CancellationToken);

        Assert.Equal(["case ada-river", "recipient", "topic all", "topic country:KZ", "source news"], ledger.Writes);
        Assert.Equal((1, 1, 1, 2), (report.Cases, report.Sources, report.Subscribers, report.Subscriptions));
    }

    [Fact]
    public async Task A_webhook_gets_its_secret_once()
    {
        var ledger = new Ledger();

        var first = await ledger.Importer.RunAsync(File, TestContext.Current.CancellationToken);
        var second = await ledger.Importer.RunAsync(File, TestContext.Current.CancellationToken);

        var made = Assert.Single(first.NewSecrets);
        Assert.Equal("hooks.example.org", made.Host);
        Assert.NotNull(WebhookSecret.TryParse(made.Secret));
        Assert.Empty(second.NewSecrets);
    }

    [Fact]
    public async Task A_secret_that_was_given_is_used_and_not_told_again()
    {
        var (ledger, secret) = (new Ledger(), WebhookSecret.Generate().Text);

        var told = await ledger.Importer.SubscribeAsync(Endpoint with { Secret = secret }, TestContext.Current.CancellationToken);

        Assert.Null(told);
        Assert.Equal(secret, ledger.Recipients.Single().Secret);
    }

    /// <summary>Notes what is written, in order.</summary>
    private sealed class Ledger : ICaseStore, ISourceStore, IRecipientStore, ISubscriptionStore
    {
        public Importer Importer => new(new CaseImporter(this, new ReconcileOptions()), this, this, this);

        public List<string> Writes { get; } = [];

        public List<Recipient> Recipients { get; } = [];

        public Task PutAsync(Case definition, CancellationToken cancellation) => Note($"case {definition.Id}");

        public Task PutAsync(Source source, CancellationToken cancellation) => Note($"source {source.Id}");

        public Task PutAsync(Subscription subscription, CancellationToken cancellation) => Note($"topic {subscription.Topic}");

        public async Task<Recipient> AddAsync(ChannelKind channel, string target, string? secret, CancellationToken cancellation)
        {
            await Note("recipient");
            if (Recipients.FirstOrDefault(r => r.Target == target) is { } known)
            {
                return known;
            }

            Recipients.Add(new Recipient { Id = $"r{Recipients.Count}", Channel = channel, Target = target, Secret = secret });
            return Recipients[^1];
        }

        public Task<int> CountAsync(Topic topic, CancellationToken cancellation) => throw new InvalidOperationException();

        public Task<TopicPage> PageAsync(Topic topic, string? continuation, CancellationToken cancellation) => throw new InvalidOperationException();

        public IAsyncEnumerable<CaseFile> ListAsync(CancellationToken cancellation) => throw new InvalidOperationException();

        public Task<bool> TrySaveAsync(CaseFile revised, IReadOnlyList<CaseNews> news, CancellationToken cancellation) => throw new InvalidOperationException();

        public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> TryMoveAsync(string caseId, string? version, string into, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<CaseNews?> FindNewsAsync(string caseId, string newsId, CancellationToken cancellation) => throw new InvalidOperationException();

        public Task<IReadOnlyList<SourceStanding>> StandingsAsync(CancellationToken cancellation) => throw new InvalidOperationException();

        public Task<bool> TryLeaseAsync(string shard, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation) => throw new InvalidOperationException();

        public Task<IReadOnlyList<WatchedSource>> DueAsync(string shard, DateTimeOffset now, CancellationToken cancellation) => throw new InvalidOperationException();

        public Task ReturnAsync(string shard, IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation) => throw new InvalidOperationException();

        public Task SaveAsync(IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation) => throw new InvalidOperationException();

        Task<CaseFile?> ICaseStore.FindAsync(string caseId, CancellationToken cancellation) => Task.FromResult<CaseFile?>(null);

        Task<WatchedSource?> ISourceStore.FindAsync(string sourceId, CancellationToken cancellation) => throw new InvalidOperationException();

        Task<Recipient?> IRecipientStore.FindAsync(string recipientId, CancellationToken cancellation) => throw new InvalidOperationException();

        IAsyncEnumerable<WatchedSource> ISourceStore.ListAsync(CancellationToken cancellation) => throw new InvalidOperationException();

        private Task Note(string write)
        {
            Writes.Add(write);
            return Task.CompletedTask;
        }
    }
}
