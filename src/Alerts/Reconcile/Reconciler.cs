using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>
/// Holds sightings against what is known of a case. Pure: the same file, sightings and time give the same result; and the events and the
/// state follow from the set of all sightings, in whatever order and however often they come.
/// </summary>
public sealed class Reconciler(ReconcileOptions options)
{
    /// <summary>As many sightings as a change carries as its proof.</summary>
    internal const int MostProof = 5;

    /// <param name="file">The case as it was read.</param>
    /// <param name="sightings">Events of this case that articles tell.</param>
    /// <param name="now">When this is.</param>
    public Reconciliation Apply(CaseFile file, IEnumerable<CaseEvent> sightings, DateTimeOffset now)
    {
        var (believable, dropped) = Sorted(sightings);
        var added = Sightings.New(file.Events, believable);
        var report = new ReconcileReport { Dropped = dropped, Known = believable.Count - added.Count };
        return added.Count == 0
            ? new Reconciliation { Revised = file, News = [], Report = report }
            : Revise(file, Chronicle.With(file.Case, file.Events, added, options), added, now, report);
    }

    /// <summary>Whether people are told of an event when it is entered: it is believed, and it is news.</summary>
    public bool IsTold(RecordedEvent recorded) => recorded.Standing == Standing.Accepted && Freshness.IsFresh(recorded, options.FreshDays);

    private (IReadOnlyList<CaseEvent> Believable, int Dropped) Sorted(IEnumerable<CaseEvent> sightings)
    {
        var all = sightings.ToList();
        var believable = all.Where(s => s.Confidence >= options.Floor).Select(s => s with { Factors = [] }).ToList();
        return (believable, all.Count - believable.Count);
    }

    private Reconciliation Revise(CaseFile file, IReadOnlyList<RecordedEvent> events, IReadOnlyList<CaseEvent> added, DateTimeOffset now, ReconcileReport report)
    {
        var former = file.Events.ToDictionary(e => e.Id);
        var fresh = new HashSet<CaseEvent>(added, ReferenceEqualityComparer.Instance);
        var news = new List<RecordedEvent>();
        foreach (var entered in Fold.InOrder(events).Where(e => !ReferenceEquals(former.GetValueOrDefault(e.Id), e)))
        {
            var seen = entered.Sightings.Where(fresh.Contains).ToList();
            var was = former.GetValueOrDefault(entered.Id);
            var told = seen.Count > 0 && entered.Told is null && was?.Standing is null or Standing.Pending && entered.Standing == Standing.Accepted
                && entered.Decision is null && IsTold(Proving(entered, was, seen));
            if (told)
            {
                news.Add(Proving(entered, was, seen));
            }

            report += Counted(was, entered, told, seen.Count);
        }

        return Announce(file, events, news, now) with { Report = report };
    }

    /// <summary>Each change starts from the state before it, though one article told of several.</summary>
    private static Reconciliation Announce(CaseFile file, IReadOnlyList<RecordedEvent> events, IReadOnlyList<RecordedEvent> news, DateTimeOffset now)
    {
        var untold = news.Select(e => e.Id).ToHashSet();
        var state = Fold.State(file.Case, events.Where(e => !untold.Contains(e.Id)));
        var changes = new List<CaseNews>();
        foreach (var happened in news)
        {
            untold.Remove(happened.Id);
            var after = Fold.State(file.Case, events.Where(e => !untold.Contains(e.Id)));
            changes.Add(new CaseChange
            {
                Id = NewsId.Of(file.Case.Id, happened, "1"),
                CaseId = file.Case.Id,
                Event = happened with { Told = NewsId.Of(file.Case.Id, happened, "1") },
                Before = state,
                After = after,
                At = now,
            });
            state = after;
        }

        var told = news.ToDictionary(e => e.Id, e => NewsId.Of(file.Case.Id, e, "1"));
        var revised = file with { Events = [.. events.Select(e => told.TryGetValue(e.Id, out var id) ? e with { Told = id } : e)], State = state };
        return new Reconciliation { Revised = revised, News = changes, Report = default };
    }

    /// <summary>With what made it news first: for an event that waited, all that is known of it.</summary>
    private static RecordedEvent Proving(RecordedEvent entered, RecordedEvent? was, IReadOnlyList<CaseEvent> seen) =>
        entered with { Sightings = [.. seen.Concat(was is null ? [] : was.Sightings).Take(MostProof)] };

    private static ReconcileReport Counted(RecordedEvent? was, RecordedEvent entered, bool told, int seen) => (was, entered.Standing) switch
    {
        _ when seen == 0 => default,
        _ when told => new ReconcileReport { Told = 1, Confirmed = seen - 1 },
        (not null, _) => new ReconcileReport { Confirmed = seen },
        (_, Standing.Pending) => new ReconcileReport { Pending = 1, Confirmed = seen - 1 },
        _ => new ReconcileReport { History = 1, Confirmed = seen - 1 },
    };
}
