using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>The sightings of a case as a set: what an article says twice, or is read twice, is there once.</summary>
public static class Sightings
{
    /// <summary>What is said and where; when it was read does not matter.</summary>
    public static (string Url, string Quote, CaseEventType Type, PartialDate? Date, string? Term, string? Detail) Key(CaseEvent sighting) =>
        (sighting.Evidence.Url.AbsoluteUri, sighting.Evidence.Quote, sighting.Type, sighting.Date, sighting.Term, sighting.Detail);

    /// <returns>Those that are new against what is known, each once.</returns>
    public static IReadOnlyList<CaseEvent> New(IEnumerable<RecordedEvent> known, IEnumerable<CaseEvent> incoming)
    {
        var candidates = incoming.DistinctBy(Key).ToList();
        var types = candidates.Select(c => c.Type).ToHashSet();
        var keys = known.SelectMany(e => e.Sightings).Where(s => types.Contains(s.Type)).Select(Key).ToHashSet();
        return [.. candidates.Where(c => !keys.Contains(Key(c)))];
    }
}
