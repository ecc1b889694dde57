using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>A case's state: its accepted events, one after the other by date and then by first sight.</summary>
public static class Fold
{
    public static CaseState State(Case watched, IEnumerable<RecordedEvent> events)
    {
        var start = watched.Kind == CaseKind.Law && watched.Due is not null
            ? CaseState.Unknown with { Status = CaseStatus.Promised }
            : CaseState.Unknown;
        return events
            .Where(e => e.Standing == Standing.Accepted)
            .OrderBy(e => e.Placed().Earliest)
            .ThenBy(e => e.FirstSeen)
            .ThenBy(e => e.Order)
            .Aggregate(start, (state, e) => Apply(watched.Kind, state, e));
    }

    private static CaseState Apply(CaseKind kind, CaseState state, RecordedEvent happened)
    {
        var status = Transition.After(kind, state.Status, happened);
        var moved = status == state.Status
            ? state
            : state with { Status = status, Since = happened.Placed(), ByEvent = happened.Id, Detail = happened.Detail };
        return happened.Type switch
        {
            CaseEventType.Sentenced or CaseEventType.SentenceChanged => Sentence.Begin(moved, happened),
            CaseEventType.Released or CaseEventType.Acquitted or CaseEventType.Died => Sentence.End(moved),
            CaseEventType.Banned => moved with { Bans = [.. moved.Bans, happened.Id] },
            CaseEventType.BanLifted => moved with { Bans = [] },
            CaseEventType.Hearing => moved with { NextHearing = happened.Date },
            _ => moved,
        };
    }
}
