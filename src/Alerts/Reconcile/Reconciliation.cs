using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>What sightings made of a case file.</summary>
public sealed record Reconciliation
{
    public required CaseFile Revised { get; init; }

    /// <summary>What people are to be told, in the order it happened.</summary>
    public required IReadOnlyList<CaseNews> News { get; init; }

    /// <summary>What became of the sightings, by type; a type may come more than once.</summary>
    public IReadOnlyList<TypeReport> Reports { get; init; } = [];

    public ReconcileReport Report => Reports.Aggregate(default(ReconcileReport), (sum, r) => sum + r.Report);
}

/// <summary>What became of sightings of one type.</summary>
public readonly record struct TypeReport(CaseEventType Type, ReconcileReport Report);

/// <summary>Counters of one reconciliation; they add up.</summary>
/// <param name="Told">New, accepted and fresh: a change.</param>
/// <param name="History">New and accepted, but older news found late.</param>
/// <param name="Pending">New, waiting for review.</param>
/// <param name="Dropped">Below the floor of confidence.</param>
/// <param name="Confirmed">Known already; evidence or precision was added.</param>
/// <param name="Known">Known already, nothing new about it.</param>
public readonly record struct ReconcileReport(int Told, int History, int Pending, int Dropped, int Confirmed, int Known)
{
    public static ReconcileReport operator +(ReconcileReport a, ReconcileReport b) => Add(a, b);

    public static ReconcileReport Add(ReconcileReport left, ReconcileReport right) => new(
        left.Told + right.Told,
        left.History + right.History,
        left.Pending + right.Pending,
        left.Dropped + right.Dropped,
        left.Confirmed + right.Confirmed,
        left.Known + right.Known);
}
