using Alerts.Cases;

namespace Alerts.Reconcile;

internal static class Bans
{
    public static Ban Of(RecordedEvent pronounced) => new(
        pronounced.Id,
        Term.TryParse(pronounced.Term, out var term) && pronounced.Date is { } day ? new DateRange(term.From(day.Earliest), term.From(day.Latest)) : null);
}
