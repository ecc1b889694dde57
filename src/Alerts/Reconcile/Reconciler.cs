using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Holds sightings against what is known of a case. Pure: the same file, sightings and time give the same result.</summary>
public sealed class Reconciler(ReconcileOptions options)
{
    /// <param name="file">The case as it was read.</param>
    /// <param name="sightings">Events of this case, in the order an article tells them. They are entered in the order they happened, so that each change starts from the state before it.</param>
    /// <param name="now">When this is.</param>
    public Reconciliation Apply(CaseFile file, IEnumerable<CaseEvent> sightings, DateTimeOffset now)
    {
        var changes = new List<CaseChange>();
        var report = default(ReconcileReport);
        foreach (var sighting in sightings.OrderBy(s => s.Date?.Earliest ?? s.Evidence.SeenOn()))
        {
            var (revised, change, counted) = Step(file, sighting, now);
            file = revised;
            report += counted;
            if (change is not null)
            {
                changes.Add(change);
            }
        }

        return new Reconciliation { Revised = file, Changes = changes, Report = report };
    }

    /// <summary>Whether people are told of an event when it is entered: it is believed, and it is news.</summary>
    public bool IsTold(RecordedEvent recorded) => recorded.Standing == Standing.Accepted && Freshness.IsFresh(recorded, options.FreshDays);

    private (CaseFile Revised, CaseChange? Change, ReconcileReport Counted) Step(CaseFile file, CaseEvent sighting, DateTimeOffset now)
    {
        if (sighting.Confidence < options.Floor)
        {
            return (file, null, new ReconcileReport { Dropped = 1 });
        }

        if (Sameness.Find(file.Events, sighting) is { } known)
        {
            var merged = Merge.Into(known, sighting, options.AcceptFrom);
            if (ReferenceEquals(merged, known))
            {
                return (file, null, new ReconcileReport { Known = 1 });
            }

            var accepted = known.Standing == Standing.Pending && merged.Standing == Standing.Accepted;
            var (revised, change) = Put(file, merged, announce: accepted, now);
            return (revised, change, change is null ? new ReconcileReport { Confirmed = 1 } : new ReconcileReport { Told = 1 });
        }

        var recorded = Record(file, sighting);
        var (added, told) = Put(file, recorded, announce: true, now);
        return (added, told, recorded.Standing == Standing.Pending ? new ReconcileReport { Pending = 1 }
            : told is null ? new ReconcileReport { History = 1 }
            : new ReconcileReport { Told = 1 });
    }

    private (CaseFile Revised, CaseChange? Change) Put(CaseFile file, RecordedEvent recorded, bool announce, DateTimeOffset now)
    {
        RecordedEvent[] events = [.. file.Events.Where(e => e.Id != recorded.Id), recorded];
        var revised = file with { Events = events, State = Fold.State(file.Case, events) };
        var change = announce && IsTold(recorded)
            ? new CaseChange
            {
                Id = StableId.Of(file.Case.Id, recorded.Id, "1"),
                CaseId = file.Case.Id,
                Event = recorded,
                Before = file.State,
                After = revised.State,
                At = now,
            }
            : null;
        return (revised, change);
    }

    private RecordedEvent Record(CaseFile file, CaseEvent sighting) => new()
    {
        Id = StableId.Of(
            sighting.CaseId,
            Word.Of(sighting.Type),
            sighting.Date?.ToString() ?? "",
            sighting.Term ?? "",
            sighting.Detail ?? "",
            sighting.Evidence.Url.AbsoluteUri),
        Type = sighting.Type,
        Date = sighting.Date,
        DateBasis = sighting.DateBasis,
        Term = sighting.Term,
        Detail = sighting.Detail,
        Standing = sighting.Confidence >= options.AcceptFrom ? Standing.Accepted : Standing.Pending,
        Confidence = sighting.Confidence,
        FirstSeen = sighting.Evidence.Seen,
        Order = file.Events.Count,
        Evidence = [sighting.Evidence],
    };
}
