using Alerts.Cases;
using Alerts.Reconcile;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Alerts.Web.Cases;

/// <summary>The public, read-only API of cases. Errors are problem details (RFC 9457).</summary>
internal static class CaseEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCases(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/v1/cases", Reading, ListAsync);
        routes.MapMethods("/api/v1/cases/{id}", Reading, ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        ICaseStore cases,
        string? limit,
        string? after,
        string? country,
        string? kind,
        CancellationToken cancellation)
    {
        if (!CaseQuery.TryParse(limit, after, country, kind, out var query, out var problem))
        {
            return Results.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        }

        var rows = await cases.ListAsync(cancellation).Where(query.Wants).Select(CaseRow.Of)
            .OrderBy(row => row.Id, StringComparer.Ordinal).Take(query.Limit + 1).ToListAsync(cancellation);
        return Results.Json(CasePage.Of(rows, query.Limit), Wire.Json);
    }

    private static async Task<IResult> ShowAsync(ICaseStore cases, string id, CancellationToken cancellation) =>
        IsSlug(id) && await cases.FindAsync(id, cancellation) is { } file
            ? Results.Json(CaseView.Of(file), Wire.Json)
            : Results.Problem("There is no case of this id; /api/v1/cases lists them.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>Anything else is no id, and no storage is asked for it.</summary>
    private static bool IsSlug(string id) => id.Length <= 100 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
