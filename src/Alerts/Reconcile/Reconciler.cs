using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>
/// Holds sightings against what is known of a case. Pure: the same file, sightings and time give the same result; and the events and the
/// state follow from the set of all sightings, in whatever order and however often they come.
/// </summary>
public sealed class Reconciler(ReconcileOptions options)
{
    /// <param name="file">The case as it was read.</param>
    /// <param name="sightings">Events of this case that articles tell.</param>
    /// <param name="now">When this is.</param>
    public Reconciliation Apply(CaseFile file, IEnumerable<CaseEvent> sightings, DateTimeOffset now)
    {
        var believed = sightings.ToLookup(s => s.Confidence >= options.Floor);
        var believable = believed[true].Select(s => s with { Factors = [] }).ToList();
        var added = Sightings.New(file.Events, believable);
        IReadOnlyList<TypeReport> reports =
        [
            .. believed[false].Select(s => new TypeReport(s.Type, new ReconcileReport { Dropped = 1 })),
            .. believable.Except(added, ReferenceEqualityComparer.Instance).Cast<CaseEvent>().Select(s => new TypeReport(s.Type, new ReconcileReport { Known = 1 })),
        ];
        return added.Count == 0
            ? new Reconciliation { Revised = file, News = [], Reports = reports }
            : Revise(file, Chronicle.With(file.Case, file.Events, added, options), added, now, reports);
    }

    private Reconciliation Revise(CaseFile file, IReadOnlyList<RecordedEvent> events, IReadOnlyList<CaseEvent> added, DateTimeOffset now, IReadOnlyList<TypeReport> reports)
    {
        var former = file.Events.ToDictionary(e => e.Id);
        var fresh = new HashSet<CaseEvent>(added, ReferenceEqualityComparer.Instance);
        var (news, entries) = (new List<RecordedEvent>(), new List<TypeReport>());
        foreach (var entered in events)
        {
            var was = former.GetValueOrDefault(entered.Id);
            if (ReferenceEquals(was, entered))
            {
                continue;
            }

            var seen = entered.Sightings.Where(fresh.Contains).ToList();
            var proving = Proving(entered, was, seen);
            var told = seen.Count > 0 && entered is { Told: null, Decision: null, Standing: Standing.Accepted } && was?.Standing is null or Standing.Pending
                && Freshness.IsFresh(proving, options.FreshDays);
            if (told)
            {
                news.Add(proving);
            }

            entries.Add(new TypeReport(entered.Type, Counted(was, entered, told, seen.Count)));
        }

        return Announce(file, events, news, now) with { Reports = [.. reports, .. entries] };
    }

    /// <summary>Each change starts from the state before it, though one article told of several.</summary>
    private static Reconciliation Announce(CaseFile file, IReadOnlyList<RecordedEvent> events, IReadOnlyList<RecordedEvent> news, DateTimeOffset now)
    {
        var untold = news.Select(e => e.Id).ToHashSet();
        var state = Fold.State(file.Case, events.Where(e => !untold.Contains(e.Id)));
        var changes = new List<CaseChange>();
        foreach (var happened in news)
        {
            untold.Remove(happened.Id);
            var after = Fold.State(file.Case, events.Where(e => !untold.Contains(e.Id)));
            changes.Add(Telling.Change(file.Case.Id, happened, state, after, now));
            state = after;
        }

        var told = changes.ToDictionary(c => c.Event.Id, c => c.Id);
        var revised = file with { Events = [.. events.Select(e => told.TryGetValue(e.Id, out var id) ? e with { Told = id } : e)], State = state };
        return new Reconciliation { Revised = revised, News = changes };
    }

    /// <summary>With what made it news first: for an event that waited, all that is known of it.</summary>
    private static RecordedEvent Proving(RecordedEvent entered, RecordedEvent? was, IReadOnlyList<CaseEvent> seen) =>
        entered with { Sightings = [.. seen, .. was?.Sightings ?? []] };

    private static ReconcileReport Counted(RecordedEvent? was, RecordedEvent entered, bool told, int seen) => (was, entered.Standing) switch
    {
        _ when seen == 0 => default,
        _ when told => new ReconcileReport { Told = 1, Confirmed = seen - 1 },
        (not null, _) => new ReconcileReport { Confirmed = seen },
        (_, Standing.Pending) => new ReconcileReport { Pending = 1, Confirmed = seen - 1 },
        _ => new ReconcileReport { History = 1, Confirmed = seen - 1 },
    };
}
