using Alerts.Cases;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Evidence in a row of its own.</summary>
/// <param name="EventId">The event it proves.</param>
/// <param name="Position">Its place among the event's evidence.</param>
/// <param name="Evidence">The evidence.</param>
internal sealed record EvidenceRow(string EventId, int Position, Evidence Evidence);

/// <summary>
/// The rows of a case's partition: <c>case</c>, <c>change~{id}</c>, <c>event~{id}</c>, <c>evidence~{event}~{digest}</c>, in this order. The
/// <c>case</c> row is read first: whatever is written while the rest is being read leaves its ETag stale.
/// </summary>
internal static class CaseRows
{
    public const string CaseKey = "case";

    /// <summary>The first key after every change.</summary>
    public const string EventKeys = EventPrefix;

    private const string ChangePrefix = "change~";
    private const string EventPrefix = "event~";
    private const string EvidencePrefix = "evidence~";
    private const int DigestLength = 32;

    public static TableEntity Case(Case definition, CaseState state, long revision) =>
        new TableEntity(definition.Id, CaseKey) { [nameof(Revision)] = revision }
            .WithJson(nameof(Case), definition)
            .WithJson(nameof(State), state);

    public static Case Case(TableEntity row) => row.Json<Case>(nameof(Case));

    public static CaseState State(TableEntity row) => row.Json<CaseState>(nameof(State));

    public static long Revision(TableEntity row) => row.GetInt64(nameof(Revision)) ?? 0;

    public static string ChangeKey(string changeId) => $"{ChangePrefix}{changeId}";

    public static TableEntity Change(CaseChange change) =>
        new TableEntity(change.CaseId, ChangeKey(change.Id)).WithJson(nameof(Change), change);

    public static CaseChange Change(TableEntity row) => row.Json<CaseChange>(nameof(Change));

    public static bool IsEvent(TableEntity row) => row.RowKey.StartsWith(EventPrefix, StringComparison.Ordinal);

    public static bool IsEvidence(TableEntity row) => row.RowKey.StartsWith(EvidencePrefix, StringComparison.Ordinal);

    public static TableEntity Event(string caseId, RecordedEvent recorded) =>
        new TableEntity(caseId, $"{EventPrefix}{recorded.Id}").WithJson(nameof(Event), recorded);

    /// <summary>The event with the evidence of its own row, and after it that from further rows.</summary>
    public static RecordedEvent Event(TableEntity row, ILookup<string, EvidenceRow> evidence)
    {
        var recorded = row.Json<RecordedEvent>(nameof(Event));
        return evidence.Contains(recorded.Id)
            ? recorded with
            {
                Evidence = [.. recorded.Evidence
                    .Concat(evidence[recorded.Id].OrderBy(e => e.Position).Select(e => e.Evidence))
                    .DistinctBy(Digest)],
            }
            : recorded;
    }

    public static TableEntity Evidence(string caseId, EvidenceRow evidence) =>
        new TableEntity(caseId, $"{EvidencePrefix}{evidence.EventId}~{Digest(evidence.Evidence)}")
        {
            [nameof(EvidenceRow.Position)] = evidence.Position,
        }.WithJson(nameof(Evidence), evidence.Evidence);

    public static EvidenceRow Evidence(TableEntity row) => new(
        row.RowKey[EvidencePrefix.Length..^(DigestLength + 1)],
        row.GetInt32(nameof(EvidenceRow.Position)) ?? 0,
        row.Json<Evidence>(nameof(Evidence)));

    private static string Digest(Evidence evidence) => StableId.Of(evidence.Url.AbsoluteUri, evidence.Quote);
}
