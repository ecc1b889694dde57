using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Where cases, their events and their changes are kept.</summary>
public interface ICaseStore
{
    /// <summary>Adds a case or replaces its definition; state and events are kept.</summary>
    Task PutAsync(Case definition, CancellationToken cancellation);

    Task<CaseFile?> FindAsync(string caseId, CancellationToken cancellation);

    /// <summary>Definitions and states, without events.</summary>
    IAsyncEnumerable<CaseFile> ListAsync(CancellationToken cancellation);

    /// <summary>Saves state, events and news in one transaction.</summary>
    /// <param name="revised">The case file as it shall be; its version is the one it was read with. Events that were read and are not in it go.</param>
    /// <param name="news">What people are to be told of it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>false when the case was changed since it was read: read it again and re-apply.</returns>
    Task<bool> TrySaveAsync(CaseFile revised, IReadOnlyList<CaseNews> news, CancellationToken cancellation);

    Task<CaseNews?> FindNewsAsync(string caseId, string newsId, CancellationToken cancellation);
}
