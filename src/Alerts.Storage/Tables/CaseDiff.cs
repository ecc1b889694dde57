using Alerts.Cases;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>The rows in which a revised case differs from its reading.</summary>
/// <param name="Events">Events that are new or changed, each with the evidence its row has room for.</param>
/// <param name="Evidence">The evidence beyond that room.</param>
internal sealed record CaseDiff(IReadOnlyList<TableEntity> Events, IReadOnlyList<TableEntity> Evidence)
{
    public static CaseDiff Of(CaseFile revised, CaseReading? reading)
    {
        var (events, evidence) = (new List<TableEntity>(), new List<TableEntity>());
        foreach (var recorded in revised.Events.Where(e => reading?.Holds(e) != true))
        {
            var (inline, beyond) = Split(recorded, e => reading?.Holds(e) == true);
            events.Add(CaseRows.Event(revised.Case.Id, inline));
            evidence.AddRange(beyond.Select(e => CaseRows.Evidence(revised.Case.Id, e)));
        }

        return new CaseDiff(events, evidence);
    }

    /// <summary>The first evidence always stays with its event; more does while all of it fits into one property.</summary>
    private static (RecordedEvent Inline, IEnumerable<EvidenceRow> Beyond) Split(RecordedEvent recorded, Func<Evidence, bool> hasRow)
    {
        var room = EntityLimits.TextCharacters - JsonColumns.Text(recorded with { Evidence = [] }).Length;
        var (inline, beyond) = (new List<Evidence>(), new List<EvidenceRow>());
        for (var i = 0; i < recorded.Evidence.Count; i++)
        {
            var evidence = recorded.Evidence[i];
            if (hasRow(evidence))
            {
                continue;
            }

            room -= JsonColumns.Text(evidence).Length + 1;
            if (i == 0 || room >= 0)
            {
                inline.Add(evidence);
            }
            else
            {
                beyond.Add(new EvidenceRow(recorded.Id, i, evidence));
            }
        }

        return (recorded with { Evidence = inline }, beyond);
    }
}
