using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>One accepted event and what it made of the state.</summary>
public sealed record FoldStep(RecordedEvent Event, CaseState Before, CaseState After);

/// <summary>A case's state: its accepted events, one after the other by date and then by first sight.</summary>
public static class Fold
{
    public static CaseState State(Case watched, IEnumerable<RecordedEvent> events) =>
        Accepted(events).Aggregate(Start(watched), (state, e) => Apply(watched.Kind, state, e));

    /// <summary>How the state came to be, event by event.</summary>
    public static IReadOnlyList<FoldStep> Steps(Case watched, IEnumerable<RecordedEvent> events)
    {
        var steps = new List<FoldStep>();
        var state = Start(watched);
        foreach (var happened in Accepted(events))
        {
            var after = Apply(watched.Kind, state, happened);
            steps.Add(new FoldStep(happened, state, after));
            state = after;
        }

        return steps;
    }

    /// <summary>In the order they happened.</summary>
    public static IEnumerable<RecordedEvent> InOrder(IEnumerable<RecordedEvent> events) => events
        .Select(e => (Event: e, First: e.FirstSighting))
        .OrderBy(e => e.Event.Placed().Earliest)
        .ThenBy(e => e.First.Evidence.Seen)
        .ThenBy(e => e.First.Order)
        .ThenBy(e => e.Event.Type)
        .ThenBy(e => e.First, SightingOrder.Clearest)
        .Select(e => e.Event);

    internal static CaseState Start(Case watched) => watched.Kind == CaseKind.Law && watched.Due is not null
        ? CaseState.Unknown with { Status = CaseStatus.Promised }
        : CaseState.Unknown;

    internal static CaseState Apply(CaseKind kind, CaseState state, RecordedEvent happened)
    {
        var status = Transition.After(kind, state.Status, happened);
        var moved = status == state.Status
            ? state
            : state with { Status = status, Since = happened.Placed(), ByEvent = happened.Id, Detail = happened.Detail };
        var seen = happened.FirstSeen;
        return Effects(state, moved, happened) with { LastNews = state.LastNews > seen ? state.LastNews : seen };
    }

    private static IEnumerable<RecordedEvent> Accepted(IEnumerable<RecordedEvent> events) => InOrder(events.Where(e => e.Standing == Standing.Accepted));

    private static CaseState Effects(CaseState before, CaseState moved, RecordedEvent happened) => happened.Type switch
    {
        CaseEventType.Sentenced => Sentences.Pass(before, moved, happened),
        CaseEventType.SentenceChanged => Sentences.Change(before, moved, happened),
        CaseEventType.Transferred => Sentences.Reckon(moved),
        CaseEventType.Released or CaseEventType.Acquitted or CaseEventType.Died or CaseEventType.Exiled => Sentences.End(moved),
        CaseEventType.Banned => moved with { Bans = [.. moved.Bans, Bans.Of(happened)] },
        CaseEventType.BanLifted => moved with { Bans = [] },
        CaseEventType.Hearing => Hearings.Set(moved, happened),
        _ => moved,
    };
}
