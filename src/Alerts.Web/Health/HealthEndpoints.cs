using Alerts.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Alerts.Web.Health;

/// <summary>
/// <c>/api/health</c> is readiness: 200, or 503 naming the checks that fail. <c>/api/health/live</c> is liveness: this process answers.
/// Failures are told in the log, never to the caller; what is degraded goes on working and is told with its cure.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/api/health", new HealthCheckOptions { ResponseWriter = WriteAsync });
        routes.MapHealthChecks("/api/health/live", new HealthCheckOptions { ResponseWriter = WriteAsync, Predicate = _ => false });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new HealthAnswer(report.Status, report.Entries.ToDictionary(e => e.Key, e => e.Value.Status), Cures(report)),
        Wire.Json,
        context.RequestAborted);

    private static Dictionary<string, string>? Cures(HealthReport report)
    {
        var cures = report.Entries
            .Where(e => e.Value is { Status: HealthStatus.Degraded, Description: not null })
            .ToDictionary(e => e.Key, e => e.Value.Description!);
        return cures.Count == 0 ? null : cures;
    }

    private sealed record HealthAnswer(HealthStatus Status, IReadOnlyDictionary<string, HealthStatus> Checks, IReadOnlyDictionary<string, string>? Cures);
}
