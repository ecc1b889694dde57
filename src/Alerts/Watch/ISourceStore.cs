namespace Alerts.Watch;

/// <summary>Where sources and their polling state are kept.</summary>
public interface ISourceStore
{
    /// <summary>Adds a source or replaces its definition; the state it has is kept.</summary>
    Task PutAsync(Source source, CancellationToken cancellation);

    /// <summary>By its id alone, for people.</summary>
    Task<WatchedSource?> FindAsync(string sourceId, CancellationToken cancellation);

    /// <returns>Those of the shard that are still there.</returns>
    Task<IReadOnlyList<WatchedSource>> FindAsync(string shard, IReadOnlyCollection<string> sourceIds, CancellationToken cancellation);

    IAsyncEnumerable<WatchedSource> ListAsync(CancellationToken cancellation);

    /// <summary>The sources whose next check is due, as many together as are saved in one transaction.</summary>
    IAsyncEnumerable<SourceShard> DueAsync(DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Saves the states; the definitions stay as they are stored.</summary>
    Task SaveAsync(IReadOnlyCollection<WatchedSource> watched, CancellationToken cancellation);
}

/// <summary>Sources that are stored together. All sources of one host are of one shard, so that one job asks the host for one thing after the other.</summary>
public sealed record SourceShard(string Shard, IReadOnlyList<WatchedSource> Sources);
