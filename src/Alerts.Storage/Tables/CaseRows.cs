using Alerts.Cases;
using Alerts.Reconcile;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>A sighting in a row of its own, and the event it tells of.</summary>
internal sealed record EvidenceRow(string EventId, CaseEvent Sighting);

/// <summary>
/// The rows of a case's partition: <c>case</c>, <c>change~{id}</c>, <c>event~{id}</c>, <c>evidence~{digest}</c>, in this order. The
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

    /// <param name="definition">The case.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="waiting">How many of its events wait for review.</param>
    /// <param name="revision">How often it has been written, this time included.</param>
    public static TableEntity Case(Case definition, CaseState state, int waiting, long revision) =>
        new TableEntity(definition.Id, CaseKey) { [nameof(Revision)] = revision, [nameof(Waiting)] = waiting }
            .WithJson(nameof(Case), definition)
            .WithJson(nameof(State), state);

    /// <summary>What is left of a case that was merged into another.</summary>
    public static TableEntity Moved(string caseId, string into, long revision) =>
        new(caseId, CaseKey) { [nameof(Revision)] = revision, [nameof(MovedTo)] = into };

    public static string? MovedTo(TableEntity row) => row.GetString(nameof(MovedTo));

    public static int Waiting(TableEntity row) => row.GetInt32(nameof(Waiting)) ?? 0;

    public static Case Case(TableEntity row) => row.Json<Case>(nameof(Case));

    public static CaseState State(TableEntity row) => row.Json<CaseState>(nameof(State));

    public static long Revision(TableEntity row) => row.GetInt64(nameof(Revision)) ?? 0;

    public static string NewsKey(string newsId) => $"{ChangePrefix}{newsId}";

    public static TableEntity News(CaseNews news) =>
        new TableEntity(news.CaseId, NewsKey(news.Id)).WithJson(nameof(News), news);

    public static CaseNews News(TableEntity row) => row.Json<CaseNews>(nameof(News));

    public static bool IsEvent(TableEntity row) => row.RowKey.StartsWith(EventPrefix, StringComparison.Ordinal);

    public static bool IsEvidence(TableEntity row) => row.RowKey.StartsWith(EvidencePrefix, StringComparison.Ordinal);

    public static string EventKey(string eventId) => $"{EventPrefix}{eventId}";

    public static TableEntity Event(string caseId, RecordedEvent recorded) =>
        new TableEntity(caseId, EventKey(recorded.Id)).WithJson(nameof(Event), recorded);

    /// <summary>The event with the sightings of its own row, and those from further rows.</summary>
    public static RecordedEvent Event(TableEntity row, ILookup<string, EvidenceRow> evidence)
    {
        var recorded = row.Json<RecordedEvent>(nameof(Event));
        return evidence.Contains(recorded.Id)
            ? recorded with
            {
                Sightings = [.. recorded.Sightings
                    .Concat(evidence[recorded.Id].Select(e => e.Sighting))
                    .DistinctBy(Sightings.Key)
                    .Order(SightingOrder.Clearest)],
            }
            : recorded;
    }

    /// <summary>Keyed by what is said and where, so that a sighting that turns out to tell of another event moves with one write.</summary>
    public static TableEntity Evidence(string caseId, EvidenceRow evidence) =>
        new TableEntity(caseId, $"{EvidencePrefix}{Digest(evidence.Sighting)}")
        {
            [nameof(EvidenceRow.EventId)] = evidence.EventId,
        }.WithJson(nameof(Evidence), evidence.Sighting);

    public static EvidenceRow Evidence(TableEntity row) => new(
        row.GetString(nameof(EvidenceRow.EventId)),
        row.Json<CaseEvent>(nameof(Evidence)));

    private static string Digest(CaseEvent sighting)
    {
        var (url, quote, type, date, term, detail) = Sightings.Key(sighting);
        return StableId.Of(url, quote, Word.Of(type), date?.ToString() ?? "", term ?? "", detail ?? "");
    }
}
