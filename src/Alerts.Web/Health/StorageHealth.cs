using Alerts.Reconcile;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Alerts.Web.Health;

/// <summary>Storage answers: a case that is not there is not found, and nothing fails on the way.</summary>
internal sealed class StorageHealth(ICaseStore cases) : IHealthCheck
{
    public const string Name = "storage";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await cases.FindAsync("health-check", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
