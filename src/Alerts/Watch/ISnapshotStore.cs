namespace Alerts.Watch;

/// <summary>Keeps the bytes that proved something, named by their digest and never overwritten.</summary>
public interface ISnapshotStore
{
    /// <summary>Stores the body with its URL, time, status and headers; storing it twice changes nothing.</summary>
    Task StoreAsync(Fetched fetched, CancellationToken cancellation);

    /// <returns>The bytes as received, or null when there is no such snapshot.</returns>
    Task<byte[]?> FindAsync(string digest, CancellationToken cancellation);
}
