using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>What people are told of an event: its id, and as much proof as goes along.</summary>
internal static class Telling
{
    private const int MostProof = 5;

    /// <summary>The first telling of an event.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="happened">First the sightings that made it news.</param>
    /// <param name="before">The state before it.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="at">When this is.</param>
    public static CaseChange Change(string caseId, RecordedEvent happened, CaseState before, CaseState after, DateTimeOffset at)
    {
        var id = Id(caseId, happened, "1");
        return new CaseChange { Id = id, CaseId = caseId, Event = Proved(happened with { Told = id }), Before = before, After = after, At = at };
    }

    /// <param name="caseId">The case.</param>
    /// <param name="told">The event.</param>
    /// <param name="revision">Tells one telling of it from the next.</param>
    public static string Id(string caseId, RecordedEvent told, string revision) => StableId.Of(caseId, told.Id, revision);

    public static RecordedEvent Proved(RecordedEvent recorded) => recorded with { Sightings = [.. recorded.Sightings.Take(MostProof)] };
}
