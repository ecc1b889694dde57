namespace Alerts.Watch;

/// <summary>Where sources and their polling state are kept.</summary>
public interface ISourceStore
{
    /// <summary>Adds a source or replaces its definition; the state it has is kept.</summary>
    Task PutAsync(Source source, CancellationToken cancellation);

    Task<WatchedSource?> FindAsync(string sourceId, CancellationToken cancellation);

    IAsyncEnumerable<WatchedSource> ListAsync(CancellationToken cancellation);

    /// <summary>The sources whose next check is due, grouped as they are stored, so that one group's states are saved in one transaction.</summary>
    IAsyncEnumerable<IReadOnlyList<WatchedSource>> DueAsync(DateTimeOffset now, CancellationToken cancellation);

    Task SaveAsync(IReadOnlyCollection<SourceState> states, CancellationToken cancellation);
}
