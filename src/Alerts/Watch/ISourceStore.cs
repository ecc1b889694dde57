namespace Alerts.Watch;

/// <summary>
/// Where sources and their polling state are kept: in shards by host, so that one job asks a host for one thing after the other
/// and saves the states of many checks at once.
/// </summary>
public interface ISourceStore
{
    /// <summary>Adds a source or replaces its definition; the state it has is kept.</summary>
    Task PutAsync(Source source, CancellationToken cancellation);

    /// <summary>By its id alone, for people.</summary>
    Task<WatchedSource?> FindAsync(string sourceId, CancellationToken cancellation);

    IAsyncEnumerable<WatchedSource> ListAsync(CancellationToken cancellation);

    /// <summary>How every source stands; the whole of it once a minute is cheap, for little of each is read.</summary>
    Task<IReadOnlyList<SourceStanding>> StandingsAsync(CancellationToken cancellation);

    /// <summary>Takes a shard for one job.</summary>
    /// <returns>false while another has it; one that it had for longer than it was lent is taken from it.</returns>
    Task<bool> TryLeaseAsync(string shard, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>The sources of a shard whose next check is due.</summary>
    Task<IReadOnlyList<WatchedSource>> DueAsync(string shard, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Saves the states; the definitions stay as they are stored.</summary>
    Task SaveAsync(IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation);

    /// <summary>Saves the states of a shard's sources and gives the shard back.</summary>
    Task ReturnAsync(string shard, IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation);
}
