using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>Ids of what is told of an event.</summary>
internal static class NewsId
{
    /// <param name="caseId">The case.</param>
    /// <param name="told">The event.</param>
    /// <param name="revision">Tells one telling of it from the next.</param>
    public static string Of(string caseId, RecordedEvent told, string revision) => StableId.Of(caseId, told.Id, revision);
}
