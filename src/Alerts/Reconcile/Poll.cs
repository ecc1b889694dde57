using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>What sources say of one attribute, counted.</summary>
/// <param name="Kept">What most of them say; null where none says anything.</param>
/// <param name="Dispute">All values, where they are several.</param>
internal readonly record struct Poll(string? Kept, Dispute? Dispute)
{
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="sightings">The clearest first.</param>
    /// <param name="value">What a sighting says of it; null for nothing.</param>
    public static Poll Of(string attribute, IEnumerable<CaseEvent> sightings, Func<CaseEvent, string?> value)
    {
        // A page that was corrected says what it says now.
        var said = sightings
            .Where(s => value(s) is not null)
            .GroupBy(s => s.Evidence.Url)
            .SelectMany(page => page.Where(s => s.Evidence.Seen == page.Max(p => p.Evidence.Seen)))
            .GroupBy(s => value(s)!)
            .Select(g => (Value: g.Key, Sources: Corroboration.Sources(g).Count, Surest: g.Max(s => s.Confidence)))
            .OrderByDescending(v => v.Sources)
            .ThenByDescending(v => v.Surest)
            .ThenBy(v => v.Value, StringComparer.Ordinal)
            .ToList();
        return said switch
        {
            [] => default,
            [var only] => new Poll(only.Value, null),
            _ => new Poll(said[0].Value, new Dispute(attribute, [.. said.Select(v => new DisputedValue(v.Value, v.Sources))])),
        };
    }
}
