namespace Alerts.Watch;

/// <summary>Keeps the bytes that proved something, named by their digest and never overwritten.</summary>
public interface ISnapshotStore
{
    /// <summary>Stores the body with its URL, time, status and headers; storing it twice changes nothing.</summary>
    Task StoreAsync(Fetched fetched, CancellationToken cancellation);

    /// <returns>The bytes as received, with what is known of their arrival, as if they had come just now; null when there is no such snapshot.</returns>
    /// <exception cref="InvalidDataException">What is stored is not what its name says.</exception>
    Task<Fetched?> FindAsync(string digest, CancellationToken cancellation);

    /// <summary>The digests of all snapshots.</summary>
    IAsyncEnumerable<string> ListAsync(CancellationToken cancellation);
}
