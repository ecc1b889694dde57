namespace Alerts.Reconcile;

/// <summary>Limits of what is believed and what is told. Configuration section <c>Reconcile</c>.</summary>
public sealed class ReconcileOptions
{
    /// <summary>From this confidence on an event is accepted without a person looking at it.</summary>
    public double AcceptFrom { get; set; } = 0.7;

    /// <summary>Below this confidence an event is dropped.</summary>
    public double Floor { get; set; } = 0.4;

    /// <summary>How near to its publication or first sight an event must lie to be told.</summary>
    public int FreshDays { get; set; } = 45;
}
