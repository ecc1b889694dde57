using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>
/// A case's events, worked out from all its sightings and a person's decisions. What was known keeps its id, and an event about which nothing
/// changed stays the very instance that was read, so that storage writes only what moved.
/// </summary>
public static class Chronicle
{
    /// <param name="watched">The case.</param>
    /// <param name="known">Its events as they were read.</param>
    /// <param name="added">Sightings not among theirs, or in the place of the same ones there.</param>
    /// <param name="options">The limits of what is believed.</param>
    /// <returns>In the order they happened.</returns>
    public static IReadOnlyList<RecordedEvent> With(Case watched, IReadOnlyList<RecordedEvent> known, IReadOnlyList<CaseEvent> added, ReconcileOptions options)
    {
        var types = added.Select(s => s.Type).ToHashSet();
        var isTouched = known.ToLookup(e => types.Contains(e.Type) || e.Sightings.Any(s => types.Contains(s.Type)));
        var replaced = added.Select(Sightings.Key).ToHashSet();
        var free = isTouched[true].SelectMany(Free).Where(s => !replaced.Contains(Sightings.Key(s)));
        return Regrouped(watched, [.. isTouched[false]], [.. isTouched[true]], [.. free, .. added], options);
    }

    /// <summary>The same events after a decision changed one of them: what may be believed depends on what came before.</summary>
    /// <returns>In the order they happened.</returns>
    public static IReadOnlyList<RecordedEvent> Settled(Case watched, IEnumerable<RecordedEvent> events, ReconcileOptions options)
    {
        var settled = new List<RecordedEvent>();
        var state = Fold.Start(watched);
        foreach (var happened in Fold.InOrder(events))
        {
            var judged = Judged(watched.Kind, state, happened, options);
            settled.Add(judged);
            state = judged.Standing == Standing.Accepted ? Fold.Apply(watched.Kind, state, judged) : state;
        }

        return settled;
    }

    /// <summary>Everything anew: after two cases were made one.</summary>
    public static IReadOnlyList<RecordedEvent> Anew(Case watched, IReadOnlyList<RecordedEvent> known, ReconcileOptions options)
    {
        var decided = known.Where(e => e.Decision is not null).SelectMany(e => e.Sightings).Select(Sightings.Key).ToHashSet();
        var free = known.SelectMany(Free).DistinctBy(Sightings.Key).Where(s => !decided.Contains(Sightings.Key(s)));
        return Regrouped(watched, [], known, [.. free], options);
    }

    private static IReadOnlyList<RecordedEvent> Regrouped(
        Case watched, IReadOnlyList<RecordedEvent> untouched, IReadOnlyList<RecordedEvent> touched, IReadOnlyList<CaseEvent> free, ReconcileOptions options)
    {
        var groups = Grouping.Of(touched.Where(e => e.Decision is not null), free);
        return Settled(watched, Lineage.Trace(watched.Id, untouched, touched, groups), options);
    }

    private static IEnumerable<CaseEvent> Free(RecordedEvent recorded) => recorded.Decision is null ? recorded.Sightings : [];

    private static RecordedEvent Judged(CaseKind kind, CaseState before, RecordedEvent happened, ReconcileOptions options)
    {
        if (happened.Decision is not null)
        {
            return happened;
        }

        Doubt? doubt = happened.Confidence < options.AcceptFrom ? Doubt.Unsure
            : Transition.IsPossible(kind, before, happened) ? null
            : Doubt.Impossible;
        var standing = doubt is null ? Standing.Accepted : Standing.Pending;
        return happened.Standing == standing && happened.Doubt == doubt ? happened : happened with { Standing = standing, Doubt = doubt };
    }
}
