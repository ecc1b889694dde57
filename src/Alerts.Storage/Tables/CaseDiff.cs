using Alerts.Cases;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>The rows in which a revised case differs from its reading.</summary>
/// <param name="Events">Events that are new or changed, each with the evidence its row has room for.</param>
/// <param name="Gone">Ids of events that are not there any more.</param>
/// <param name="Evidence">The evidence beyond that room.</param>
internal sealed record CaseDiff(IReadOnlyList<TableEntity> Events, IReadOnlyList<string> Gone, IReadOnlyList<TableEntity> Evidence)
{
    public static CaseDiff Of(CaseFile revised, CaseReading? reading)
    {
        var (events, evidence) = (new List<TableEntity>(), new List<TableEntity>());
        foreach (var recorded in revised.Events.Where(e => reading?.Holds(e) != true))
        {
            var (inline, beyond) = Split(recorded, s => reading?.RowOf(s));
            events.Add(CaseRows.Event(revised.Case.Id, inline));
            evidence.AddRange(beyond.Select(e => CaseRows.Evidence(revised.Case.Id, e)));
        }

        var kept = revised.Events.Select(e => e.Id).ToHashSet();
        return new CaseDiff(events, [.. reading?.File.Events.Select(e => e.Id).Where(id => !kept.Contains(id)) ?? []], evidence);
    }

    /// <summary>The clearest sighting always stays with its event; more do while all of it fits into one property.</summary>
    private static (RecordedEvent Inline, IEnumerable<EvidenceRow> Beyond) Split(RecordedEvent recorded, Func<CaseEvent, string?> rowOf)
    {
        var room = EntityLimits.TextCharacters - JsonColumns.Text(recorded with { Sightings = [] }).Length;
        var (inline, beyond) = (new List<CaseEvent>(), new List<EvidenceRow>());
        foreach (var sighting in recorded.Sightings)
        {
            var row = rowOf(sighting);
            var fits = row is null && (room -= JsonColumns.Text(sighting).Length + 1) >= 0;
            if (inline.Count == 0 || fits)
            {
                inline.Add(sighting);
            }

            // A row of its own that names another event would bring the sighting back to that one.
            if (row != recorded.Id && !fits)
            {
                beyond.Add(new EvidenceRow(recorded.Id, sighting));
            }
        }

        return (recorded with { Sightings = inline }, beyond);
    }
}
