using System.Collections.Frozen;
using Alerts.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Local;

/// <summary>What each trigger of <see cref="JobTrigger.All"/> calls on this machine: one job, once.</summary>
public static class LocalJobs
{
    /// <summary>Runs one job; the body is a queue message's, empty for a timer.</summary>
    public delegate Task Run(IServiceProvider services, string body, CancellationToken cancellation);

    /// <summary>By job name.</summary>
    public static readonly FrozenDictionary<string, Run> All = new Dictionary<string, Run>
    {
        [nameof(Sweep)] = static (services, _, cancellation) => services.GetRequiredService<Sweep>().RunAsync(cancellation),
        [nameof(Remind)] = static (services, _, cancellation) => services.GetRequiredService<Remind>().RunAsync(cancellation),
        [nameof(Backup)] = static (services, _, cancellation) => services.GetRequiredService<Backup>().RunAsync(cancellation),
        [nameof(Check)] = static (services, body, cancellation) =>
            services.GetRequiredService<QueueJobs>().RunAsync<CheckMessage>(JobQueues.Checks, body, services.GetRequiredService<Check>().RunAsync, cancellation),
        [nameof(FanOut)] = static (services, body, cancellation) =>
            services.GetRequiredService<QueueJobs>().RunAsync<AlertMessage>(JobQueues.Alerts, body, services.GetRequiredService<FanOut>().RunAsync, cancellation),
        [nameof(Deliver)] = static (services, body, cancellation) =>
            services.GetRequiredService<QueueJobs>().RunAsync<DeliveryMessage>(JobQueues.Deliveries, body, services.GetRequiredService<Deliver>().RunAsync, cancellation),
    }.ToFrozenDictionary();
}
