using Alerts.Notify.Email;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Alerts.Web.Health;

/// <summary>Mails have a way out. Whether SendGrid takes them is for <c>alerts doctor</c> to ask.</summary>
internal sealed class EmailHealth(IOptions<EmailOptions> options) : IHealthCheck
{
    public const string Name = "email";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(options.Value.HasWayOut ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(EmailOptions.Cure));
}
