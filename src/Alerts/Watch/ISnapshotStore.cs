namespace Alerts.Watch;

/// <summary>Keeps the bytes that proved something, named by their digest and never overwritten.</summary>
public interface ISnapshotStore
{
    /// <summary>Stores the body with its URL, time, status and headers; storing it twice changes nothing.</summary>
    Task StoreAsync(Fetched fetched, CancellationToken cancellation);

    /// <returns>The bytes as received, with what is known of their arrival, as if they had come just now; null when there is no such snapshot.</returns>
    /// <exception cref="InvalidDataException">What is stored is not what its name says.</exception>
    Task<Fetched?> FindAsync(string digest, CancellationToken cancellation);

    /// <summary>All snapshots, without their bodies.</summary>
    IAsyncEnumerable<SnapshotEntry> ListAsync(CancellationToken cancellation);
}

/// <param name="Digest">The name of the snapshot: SHA-256 of its body, lower-case hex.</param>
/// <param name="Url">What was asked for; null where that is lost.</param>
/// <param name="RetrievedAt">When it came.</param>
public sealed record SnapshotEntry(string Digest, Uri? Url, DateTimeOffset RetrievedAt);
