using Alerts.Cases;

namespace Alerts.Web.Cases;

/// <summary>A case in a list.</summary>
internal sealed record CaseRow(string Id, CaseKind Kind, string Name, string? Country, CaseStatus Status, PartialDate? Since)
{
    public static CaseRow Of(CaseFile file) =>
        new(file.Case.Id, file.Case.Kind, file.Case.Name, file.Case.Country, file.State.Status, file.State.Since);
}

/// <summary>One page of the list.</summary>
/// <param name="Cases">In the order of their ids.</param>
/// <param name="Next">The <c>after</c> of the next page; null on the last.</param>
internal sealed record CasePage(IReadOnlyList<CaseRow> Cases, string? Next)
{
    /// <param name="rows">All rows after the page before, in order.</param>
    /// <param name="limit">Rows on the page.</param>
    public static CasePage Of(IEnumerable<CaseRow> rows, int limit)
    {
        var page = rows.Take(limit + 1).ToList();
        return page.Count > limit ? new CasePage(page[..limit], page[limit - 1].Id) : new CasePage(page, null);
    }
}

/// <summary>A case as the public may read it: without events that wait for review, and without who decided what.</summary>
internal sealed record CaseView(Case Case, CaseState State, IReadOnlyList<RecordedEvent> Events)
{
    public static CaseView Of(CaseFile file) =>
        new(file.Case, file.State, [.. file.Events.Where(e => e.Standing is Standing.Accepted or Standing.Retracted).Select(e => e with { Decisions = [], Told = null, Corrected = null })]);
}
