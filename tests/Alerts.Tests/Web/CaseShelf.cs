using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.Tests.Web;

/// <summary>The few cases these tests read, in no order; or a storage that is out of reach.</summary>
internal sealed class CaseShelf : ICaseStore
{
    private static readonly Evidence Proof = new()
    {
        Quote = "On 3 March a court sentenced Ana Probe to two years.",
        Url = new Uri("https://news.example/ana"),
        Seen = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
    };

    private static readonly List<CaseFile> Files =
    [
        File("zed-union", CaseKind.Organization, "UZ", CaseStatus.Closed),
        File("ana-probe", CaseKind.Person, "KZ", CaseStatus.Imprisoned) with
        {
            Events =
            [
                Happened("event-1", CaseEventType.Sentenced, Standing.Accepted) with
                {
                    Term = "P2Y",
                    Told = "change-1",
                    Decisions = [new Decision { Standing = Standing.Accepted, By = Operator, At = Proof.Seen }],
                },
                Happened("event-2", CaseEventType.Died, Standing.Pending),
                Happened("event-3", CaseEventType.Hearing, Standing.Retracted),
            ],
        },
        File("press-law", CaseKind.Law, "KZ", CaseStatus.InForce),
    ];

    /// <summary>Who decided, which is nobody else's business.</summary>
    public const string Operator = "Dana of the desk";

    /// <summary>What reading throws, with something in it that no caller may see.</summary>
    public Exception? Failure { get; set; }

    public Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation) =>
        Failure is null ? Task.FromResult(Files.Find(f => f.Case.Id == caseId)) : Task.FromException<CaseFile?>(Failure);

    public IAsyncEnumerable<CaseFile> ListAsync(CancellationToken cancellation) =>
        Failure is null ? Files.ToAsyncEnumerable() : throw Failure;

    public Task PutAsync(Case definition, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TrySaveAsync(CaseFile revised, IReadOnlyList<CaseNews> news, CancellationToken cancellation) => throw new NotSupportedException();

    public IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TryMoveAsync(string caseId, string? version, string into, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<CaseNews?> FindNewsAsync(string caseId, string newsId, CancellationToken cancellation) => throw new NotSupportedException();

    private static CaseFile File(string id, CaseKind kind, string country, CaseStatus status) => new()
    {
        Case = new Case { Id = id, Kind = kind, Name = id.ToUpperInvariant(), Country = country },
        State = new CaseState { Status = status, Since = PartialDate.Parse("2026-03") },
        Version = "etag-of-storage",
    };

    private static RecordedEvent Happened(string id, CaseEventType type, Standing standing) => new()
    {
        Id = id,
        Type = type,
        Date = PartialDate.Parse("2026-03-03"),
        Standing = standing,
        Confidence = 0.9,
        Sightings = [new CaseEvent { CaseId = "case", Type = type, Confidence = 0.9, Rule = "test", Evidence = Proof }],
    };
}
