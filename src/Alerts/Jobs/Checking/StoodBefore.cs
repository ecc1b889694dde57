using Alerts.Cases;
using Alerts.Read;

namespace Alerts.Jobs.Checking;

/// <summary>What stood on the page before is no news, though the page is.</summary>
internal static class StoodBefore
{
    /// <param name="events">What the page tells now.</param>
    /// <param name="before">The page as it was; null for one not read before.</param>
    public static IReadOnlyList<CaseEvent> Mark(IReadOnlyList<CaseEvent> events, Article? before) => before is null
        ? events
        : [.. events.Select(e => before.Text.Contains(e.Evidence.Quote, StringComparison.Ordinal) ? e with { Evidence = e.Evidence with { StoodBefore = true } } : e)];
}
