using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Where cases, their events and their changes are kept.</summary>
public interface ICaseStore
{
    /// <summary>Adds a case or replaces its definition; state and events are kept.</summary>
    /// <exception cref="CaseMovedException">The case was merged into another.</exception>
    Task PutAsync(Case definition, CancellationToken cancellation);

    /// <returns>The case, or the one it was merged into; null when there is none.</returns>
    Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation);

    /// <summary>Definitions and states, without events.</summary>
    IAsyncEnumerable<CaseFile> ListAsync(CancellationToken cancellation);

    /// <summary>Saves state, events and news in one transaction.</summary>
    /// <param name="revised">The case file as it shall be; its version is the one it was read with. Events that were read and are not in it go.</param>
    /// <param name="news">What people are to be told of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>false when the case was changed since it was read: read it again and re-apply.</returns>
    Task<bool> TrySaveAsync(CaseFile revised, IReadOnlyList<CaseNews> news, CancellationToken cancellation);

    /// <summary>Ids of the cases that have events waiting for review.</summary>
    IAsyncEnumerable<string> WaitingAsync(CancellationToken cancellation);

    /// <summary>Ends a case whose events another one has taken over; its id leads to that one from then on.</summary>
    /// <param name="caseId">Id of the case that ends.</param>
    /// <param name="version">As it was read.</param>
    /// <param name="into">Id of the other case.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>false when the case was changed since it was read; true as well for one that ended before.</returns>
    Task<bool> TryMoveAsync(string caseId, string? version, string into, CancellationToken cancellation);

    Task<CaseNews?> FindNewsAsync(string caseId, string newsId, CancellationToken cancellation);
}

/// <summary>The case is not any more; another one has its events.</summary>
public sealed class CaseMovedException(string caseId, string into)
    : Exception($"The case {caseId} was merged into {into} and is not kept any more. Use {into} in its place.");
