namespace Alerts.Reconcile;

/// <summary>A change that is being announced: written before the case is touched, deleted once its fan-out is enqueued.</summary>
public sealed record PendingMarker(string CaseId, string ChangeId, DateTimeOffset At);

/// <summary>The outbox of pending markers.</summary>
public interface IPendingStore
{
    Task MarkAsync(PendingMarker marker, CancellationToken cancellation);

    Task ClearAsync(PendingMarker marker, CancellationToken cancellation);

    IAsyncEnumerable<PendingMarker> OlderThanAsync(DateTimeOffset time, CancellationToken cancellation);
}
