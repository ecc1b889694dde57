using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>How an event differs when its articles are read again by today's rules.</summary>
public enum RereadingKind
{
    /// <summary>It was not read before.</summary>
    New,

    /// <summary>It says something else, or stands otherwise.</summary>
    Changed,

    /// <summary>It is not read any more, and goes: nobody was told of it, and nobody decided about it.</summary>
    Gone,

    /// <summary>It is not read any more, and stays for a person to decide about: people were told of it.</summary>
    Unread,
}

/// <param name="Kind">How.</param>
/// <param name="Before">The event as it is stored; null for a new one.</param>
/// <param name="After">The event as it would be; null for one that goes.</param>
/// <param name="IsNews">Whether it would have been told.</param>
public sealed record EventDifference(RereadingKind Kind, RecordedEvent? Before, RecordedEvent? After, bool IsNews);

/// <summary>A case held against what today's rules read in the same articles.</summary>
public sealed record Rereading
{
    public required CaseFile Before { get; init; }

    public required CaseFile After { get; init; }

    public required IReadOnlyList<EventDifference> Differences { get; init; }

    /// <summary>The snapshots that were read again.</summary>
    public required IReadOnlySet<string> Digests { get; init; }

    /// <summary>What was read in them about this case.</summary>
    public required IReadOnlyList<CaseEvent> Read { get; init; }

    /// <param name="file">The case as it is stored.</param>
    /// <param name="digests">The snapshots that were read again.</param>
    /// <param name="sightings">What was read in them about this case.</param>
    /// <param name="options">The limits of what is believed and told.</param>
    public static Rereading Of(CaseFile file, IReadOnlySet<string> digests, IReadOnlyList<CaseEvent> sightings, ReconcileOptions options)
    {
        var read = sightings.Where(s => s.Confidence >= options.Floor).Select(s => s with { Factors = [] }).DistinctBy(Sightings.Key).ToLookup(Place);
        var (kept, unread) = (new List<RecordedEvent>(), new HashSet<string>());
        foreach (var known in file.Events)
        {
            IReadOnlyList<CaseEvent> still = known.Decision is not null
                ? known.Sightings
                : [.. known.Sightings.SelectMany(s => s.Evidence.Digest is { } digest && digests.Contains(digest) ? Again(s, read[Place(s)]) : [s]).DistinctBy(Sightings.Key).Order(SightingOrder.Clearest)];
            if (still.Count > 0)
            {
                kept.Add(still.SequenceEqual(known.Sightings) ? known : Lineage.Undecided(known.Id, still, known.Told, known.Corrected));
            }
            else if (known.Told is not null)
            {
                unread.Add(known.Id);
                kept.Add(known);
            }
        }

        var there = kept.SelectMany(e => e.Sightings).Select(Sightings.Key).ToHashSet();
        var added = read.SelectMany(s => s).Where(s => !there.Contains(Sightings.Key(s))).ToList();
        var events = Chronicle.With(file.Case, Chronicle.Anew(file.Case, kept, options), added, options);
        return new Rereading
        {
            Before = file,
            After = file with { Events = events, State = Fold.State(file.Case, events) },
            Differences = [.. Differ(file.Events, events, unread, options)],
            Digests = digests,
            Read = sightings,
        };
    }

    /// <summary>One that reads as it did is the very one that is stored.</summary>
    private static IEnumerable<CaseEvent> Again(CaseEvent stored, IEnumerable<CaseEvent> read)
    {
        var same = read.FirstOrDefault(r => Sightings.Key(r) == Sightings.Key(stored));
        return same is null ? read : same.Confidence == stored.Confidence && same.DateBasis == stored.DateBasis ? [stored] : [same];
    }

    private static IEnumerable<EventDifference> Differ(IReadOnlyList<RecordedEvent> before, IReadOnlyList<RecordedEvent> after, HashSet<string> unread, ReconcileOptions options)
    {
        var (former, latter) = (before.ToDictionary(e => e.Id), after.ToDictionary(e => e.Id));
        foreach (var now in after)
        {
            var was = former.GetValueOrDefault(now.Id);
            if (unread.Contains(now.Id))
            {
                yield return new EventDifference(RereadingKind.Unread, was, now, IsNews: false);
            }
            else if (was is null || Says(was) != Says(now))
            {
                var news = was?.Standing is null or Standing.Pending && now is { Standing: Standing.Accepted, Told: null } && Freshness.IsFresh(now, options.FreshDays);
                yield return new EventDifference(was is null ? RereadingKind.New : RereadingKind.Changed, was, now, news);
            }
        }

        foreach (var gone in Fold.InOrder(before).Where(e => !latter.ContainsKey(e.Id)))
        {
            yield return new EventDifference(RereadingKind.Gone, gone, null, IsNews: false);
        }
    }

    /// <summary>The same sentence about the same kind of event: what it says of it may be read otherwise today.</summary>
    private static (Uri Url, string Quote, CaseEventType Type) Place(CaseEvent sighting) => (sighting.Evidence.Url, sighting.Evidence.Quote, sighting.Type);

    private static (CaseEventType Type, PartialDate? Date, string? Term, string? Detail, Standing Standing) Says(RecordedEvent recorded) =>
        (recorded.Type, recorded.Date, recorded.Term, recorded.Detail, recorded.Standing);
}
