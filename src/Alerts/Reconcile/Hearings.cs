using Alerts.Cases;

namespace Alerts.Reconcile;

internal static class Hearings
{
    /// <summary>Kept while it lies ahead of what is told of the case.</summary>
    public static CaseState Set(CaseState state, RecordedEvent hearing)
    {
        var told = DateOnly.FromDateTime(hearing.FirstSeen.UtcDateTime);
        return hearing.Date is { } day && day.Latest >= told ? state with { Hearings = [.. state.Hearings.Append(day).Distinct().Order()] } : state;
    }
}
