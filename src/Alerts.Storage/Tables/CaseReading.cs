using Alerts.Cases;
using Azure;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>
/// What stood in storage when a case was read. The nouns never change, so an event or a sighting that is still the very instance read then
/// is stored as it is and need not be written again.
/// </summary>
internal sealed class CaseReading
{
    private readonly HashSet<object> stored = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, string> rows = new(ReferenceEqualityComparer.Instance);

    private CaseReading(CaseFile file, ETag etag, long revision) => (File, ETag, Revision) = (file, etag, revision);

    public CaseFile File { get; }

    public ETag ETag { get; }

    /// <summary>How often the case had been written.</summary>
    public long Revision { get; }

    /// <summary>How many of its events wait for review.</summary>
    public int Waiting { get; private init; }

    /// <param name="caseRow">The <c>case</c> row.</param>
    /// <param name="rows">The event and evidence rows; none where only the state matters.</param>
    public static CaseReading Of(TableEntity caseRow, IReadOnlyList<TableEntity> rows)
    {
        var evidence = rows.Where(CaseRows.IsEvidence).Select(CaseRows.Evidence).ToLookup(e => e.EventId);
        var events = rows
            .Where(CaseRows.IsEvent)
            .Select(row => CaseRows.Event(row, evidence))
            .OrderBy(e => e.FirstSeen)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .ToList();
        var file = new CaseFile
        {
            Case = CaseRows.Case(caseRow),
            State = CaseRows.State(caseRow),
            Events = events,
            Version = caseRow.ETag.ToString(),
        };
        var reading = new CaseReading(file, caseRow.ETag, CaseRows.Revision(caseRow)) { Waiting = CaseRows.Waiting(caseRow) };
        reading.stored.UnionWith(events);
        foreach (var row in evidence.SelectMany(e => e))
        {
            reading.rows[row.Sighting] = row.EventId;
        }

        return reading;
    }

    public bool Holds(RecordedEvent recorded) => stored.Contains(recorded);

    /// <returns>The event that the sighting's own row names; null where it has none.</returns>
    public string? RowOf(CaseEvent sighting) => rows.GetValueOrDefault(sighting);
}
