using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Which of the events known before each group of sightings is.</summary>
internal static class Lineage
{
    /// <param name="caseId">The case.</param>
    /// <param name="untouched">Events that nothing is added to.</param>
    /// <param name="touched">Events whose sightings are in the groups.</param>
    /// <param name="groups">The groups.</param>
    public static IReadOnlyList<RecordedEvent> Trace(string caseId, IReadOnlyList<RecordedEvent> untouched, IReadOnlyList<RecordedEvent> touched, IReadOnlyList<EventGroup> groups)
    {
        // An event goes where its clearest sighting goes: vaguer ones may turn out to tell of another.
        var groupOf = groups.SelectMany(g => g.Sightings.Select(s => (Key: Sightings.Key(s), g))).DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => p.g);
        var heirs = new Dictionary<EventGroup, RecordedEvent>();
        var told = new Dictionary<EventGroup, string>();
        foreach (var former in touched.OrderBy(e => e.Decision is null).ThenBy(e => e.FirstSeen).ThenBy(e => e.Id, StringComparer.Ordinal))
        {
            var group = groupOf[Sightings.Key(former.Sightings[0])];
            heirs.TryAdd(group, former);
            if (former.Told is { } change)
            {
                told.TryAdd(group, change);
            }
        }

        var taken = untouched.Concat(touched).Select(e => e.Id).ToHashSet();
        var events = new List<RecordedEvent>(untouched);
        foreach (var group in groups)
        {
            var former = heirs.GetValueOrDefault(group);
            events.Add(Recorded(former, former?.Id ?? NewId(caseId, group.Sightings.Min(SightingOrder.Clearest)!, taken), group, told.GetValueOrDefault(group)));
        }

        return events;
    }

    private static RecordedEvent Recorded(RecordedEvent? former, string id, EventGroup group, string? told)
    {
        var sightings = group.Sightings.Order(SightingOrder.Clearest).ToList();
        if (former is not null && told == former.Told && sightings.SequenceEqual(former.Sightings, ReferenceEqualityComparer.Instance))
        {
            return former;
        }

        if (group.Decided is { } decided)
        {
            return decided with { Sightings = sightings, Told = told, Confidence = Corroboration.Confidence(sightings) };
        }

        return Undecided(id, sightings, told, former?.Corrected);
    }

    /// <summary>An event as its sightings tell it; whether it is believed is settled later.</summary>
    internal static RecordedEvent Undecided(string id, IReadOnlyList<CaseEvent> sightings, string? told, string? corrected)
    {
        var account = Account.Of(sightings);
        return new RecordedEvent
        {
            Id = id,
            Type = account.Type,
            Date = account.Date,
            DateBasis = account.DateBasis,
            Term = account.Term,
            Detail = account.Detail,
            Standing = Standing.Pending,
            Confidence = account.Confidence,
            Disputes = account.Disputes,
            Sightings = sightings,
            Told = told,
            Corrected = corrected,
        };
    }

    private static string NewId(string caseId, CaseEvent clearest, HashSet<string> taken)
    {
        for (var n = 0; ; n++)
        {
            var id = StableId.Of(
                caseId,
                Word.Of(clearest.Type),
                clearest.Date?.ToString() ?? "",
                clearest.Term ?? "",
                clearest.Detail ?? "",
                clearest.Evidence.Url.AbsoluteUri,
                clearest.Evidence.Quote,
                n == 0 ? "" : $"{n}");
            if (taken.Add(id))
            {
                return id;
            }
        }
    }
}
