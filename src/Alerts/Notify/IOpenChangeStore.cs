namespace Alerts.Notify;

/// <summary>A change that somebody may not have got yet.</summary>
/// <param name="Change">The change.</param>
/// <param name="SeenAt">When it was first seen.</param>
/// <param name="MarkedAt">When deliveries of it were last added.</param>
/// <param name="Version">Which writing of the mark was read; null for one to be written.</param>
public sealed record OpenChange(ChangeKey Change, DateTimeOffset SeenAt, DateTimeOffset MarkedAt, string? Version = null);

/// <summary>Where such marks are kept: one for each change.</summary>
public interface IOpenChangeStore
{
    Task MarkAsync(OpenChange change, CancellationToken cancellation);

    IAsyncEnumerable<OpenChange> ListAsync(CancellationToken cancellation);

    /// <summary>Takes the mark away, unless it has been written again since it was read.</summary>
    Task ClearAsync(OpenChange change, CancellationToken cancellation);
}
