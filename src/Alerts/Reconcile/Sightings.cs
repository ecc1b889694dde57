using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>The sightings of a case as a set: what an article says twice, or is read twice, is there once.</summary>
public static class Sightings
{
    /// <summary>What is said and where; when it was read does not matter.</summary>
    public static (string Url, string Quote, CaseEventType Type, PartialDate? Date, string? Term, string? Detail) Key(CaseEvent sighting) =>
        (sighting.Evidence.Url.AbsoluteUri, sighting.Evidence.Quote, sighting.Type, sighting.Date, sighting.Term, sighting.Detail);

    /// <returns>Those that are new against what is known, or surer than the same one there, each once.</returns>
    public static IReadOnlyList<CaseEvent> New(IEnumerable<RecordedEvent> known, IEnumerable<CaseEvent> incoming)
    {
        var candidates = incoming.GroupBy(Key).Select(g => g.Aggregate((one, other) => IsBetter(other, one) ? other : one)).ToList();
        var types = candidates.Select(c => c.Type).ToHashSet();
        var there = known
            .SelectMany(e => e.Sightings, (e, s) => (Sighting: s, Fixed: e.Decision is not null))
            .Where(s => types.Contains(s.Sighting.Type))
            .ToLookup(s => Key(s.Sighting));
        return [.. candidates.Where(c => there[Key(c)].All(s => !s.Fixed && IsBetter(c, s.Sighting)))];
    }

    /// <summary>The same words read again: surer, or first.</summary>
    private static bool IsBetter(CaseEvent one, CaseEvent other) =>
        (one.Confidence, -(int)one.DateBasis, -one.Evidence.Seen.UtcTicks, -one.Order).CompareTo(
            (other.Confidence, -(int)other.DateBasis, -other.Evidence.Seen.UtcTicks, -other.Order)) > 0;
}
