using Alerts.Cases;
using Alerts.Reconcile;
using SightingKey = (string Url, string Quote, Alerts.Cases.CaseEventType Type, Alerts.Cases.PartialDate? Date, string? Term, string? Detail);

namespace Alerts.Import;

/// <summary>
/// A stored case and what a file says of its past, made one. Sightings decide: what the store has not seen is added, what it has seen is there
/// once, and no stored event, decision or id is lost. Pure; nobody is told of anything.
/// </summary>
internal static class CaseMerge
{
    /// <returns>The case as it shall be stored; the very file that came in where the history adds nothing to it.</returns>
    /// <param name="stored">The case as it was read.</param>
    /// <param name="history">What the file says.</param>
    /// <param name="options">The limits of what is believed.</param>
    /// <param name="asTheyAre">Whether the case was empty before this import: its events are taken as they are, and nothing is judged again.</param>
    public static CaseFile Of(CaseFile stored, CaseHistory history, ReconcileOptions options, bool asTheyAre)
    {
        var (recorded, handwritten) = (history.Events.Select(e => e with { Sightings = [.. e.Sightings.Select(Belonging)] }).ToList(), history.Told.Select(Belonging));
        var events = asTheyAre ? Appended(stored.Events, recorded) : Joined(stored, recorded, options);
        var told = Sightings.New(events, handwritten);
        events = told.Count == 0 ? events : Chronicle.With(stored.Case, events, told, options);
        return ReferenceEquals(events, stored.Events)
            ? stored
            : stored with { Events = events, State = Fold.State(stored.Case, events) };

        // A case that was merged into another is found under that one's id.
        CaseEvent Belonging(CaseEvent sighting) => sighting.CaseId == history.CaseId ? sighting with { CaseId = stored.Case.Id } : sighting;
    }

    private static IReadOnlyList<RecordedEvent> Appended(IReadOnlyList<RecordedEvent> stored, List<RecordedEvent> incoming)
    {
        var ids = stored.Select(e => e.Id).ToHashSet();
        var missing = incoming.Where(e => !ids.Contains(e.Id)).ToList();
        return missing.Count == 0 ? stored : [.. stored, .. missing];
    }

    private static IReadOnlyList<RecordedEvent> Joined(CaseFile stored, List<RecordedEvent> incoming, ReconcileOptions options)
    {
        var joining = new Joining(stored.Events);
        foreach (var theirs in incoming)
        {
            joining.Take(theirs);
        }

        if (!joining.HasChanged)
        {
            return stored.Events;
        }

        var events = joining.Free.Count == 0
            ? Chronicle.Settled(stored.Case, joining.Events, options)
            : Chronicle.With(stored.Case, joining.Events, joining.Free, options);
        return [.. events.Select(joining.Named)];
    }

    /// <summary>What becomes of the stored events as those of the file are held against them, one after the other.</summary>
    private sealed class Joining(IReadOnlyList<RecordedEvent> stored)
    {
        private readonly Dictionary<string, RecordedEvent> events = stored.ToDictionary(e => e.Id);
        private readonly HashSet<SightingKey> known = [.. stored.SelectMany(e => e.Sightings).Select(Sightings.Key)];

        /// <summary>By what the proof of each event of the file says: which stored event it is.</summary>
        private readonly Dictionary<SightingKey, string> owners = Owners(stored);

        /// <summary>By what their proof says, events whose sightings were given free.</summary>
        private readonly Dictionary<SightingKey, RecordedEvent> freed = [];

        public bool HasChanged { get; private set; }

        public IReadOnlyList<RecordedEvent> Events => [.. events.Values];

        /// <summary>Sightings that the store has not seen and that nobody has decided about: the store's own rules say of which event they are.</summary>
        public List<CaseEvent> Free { get; } = [];

        public void Take(RecordedEvent theirs)
        {
            var proof = Sightings.Key(theirs.Sightings[0]);
            var fresh = theirs.Sightings.Where(s => known.Add(Sightings.Key(s))).ToList();
            var ours = events.GetValueOrDefault(theirs.Id) ?? (owners.TryGetValue(proof, out var owner) ? events[owner] : null);
            HasChanged |= fresh.Count > 0;
            if (ours is null)
            {
                Add(theirs, fresh, proof);
                return;
            }

            var decided = ours.Decision is null && theirs.Decision is not null;
            var next = decided ? theirs with { Id = ours.Id, Sightings = ours.Sightings, Told = ours.Told, Corrected = ours.Corrected } : ours;
            next = next.Told is null && theirs.Told is not null ? next with { Told = theirs.Told, Corrected = theirs.Corrected } : next;
            if (next.Decision is null)
            {
                Free.AddRange(fresh);
            }
            else if (fresh.Count > 0)
            {
                next = next with { Sightings = [.. next.Sightings.Concat(fresh).Order(SightingOrder.Clearest)] };
            }

            HasChanged |= !ReferenceEquals(next, ours);
            events[ours.Id] = next;
        }

        /// <summary>An event that was found anew among the freed sightings keeps the id and the mark it came with.</summary>
        public RecordedEvent Named(RecordedEvent settled)
        {
            var came = settled.Sightings.Select(s => freed.GetValueOrDefault(Sightings.Key(s))).FirstOrDefault(e => e is not null);
            return came is null ? settled : settled with
            {
                Id = events.ContainsKey(settled.Id) || events.ContainsKey(came.Id) ? settled.Id : came.Id,
                Told = settled.Told ?? came.Told,
                Corrected = settled.Told is null ? came.Corrected : settled.Corrected,
            };
        }

        private void Add(RecordedEvent theirs, List<CaseEvent> fresh, SightingKey proof)
        {
            if (fresh.Count == 0)
            {
                return;
            }

            if (theirs.Decision is not null)
            {
                events[theirs.Id] = theirs with { Sightings = fresh };
                return;
            }

            Free.AddRange(fresh);
            freed[proof] = theirs;
        }

        private static Dictionary<SightingKey, string> Owners(IReadOnlyList<RecordedEvent> stored)
        {
            var owners = new Dictionary<SightingKey, string>();
            foreach (var (sighting, id) in stored.SelectMany(e => e.Sightings.Select(s => (s, e.Id))))
            {
                owners.TryAdd(Sightings.Key(sighting), id);
            }

            return owners;
        }
    }
}
