using System.Collections.Frozen;
using System.Text.Json;
using Alerts.Cases;
using Alerts.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Local;

/// <summary>What each trigger of <see cref="JobTrigger.All"/> calls on this machine: one job, once.</summary>
public static class LocalJobs
{
    /// <summary>Runs one job; the body is a queue message's, empty for a timer.</summary>
    /// <remarks>Throws <see cref="JsonException"/> for a body that will never be readable.</remarks>
    public delegate Task Run(IServiceProvider services, string body, CancellationToken cancellation);

    /// <summary>By job name.</summary>
    public static readonly FrozenDictionary<string, Run> All = new Dictionary<string, Run>
    {
        [nameof(Sweep)] = static (services, _, cancellation) => services.GetRequiredService<Sweep>().RunAsync(cancellation),
        [nameof(Remind)] = static (services, _, cancellation) => services.GetRequiredService<Remind>().RunAsync(cancellation),
        [nameof(Check)] = Of<Check, CheckMessage>((job, message, cancellation) => job.RunAsync(message, cancellation)),
        [nameof(FanOut)] = Of<FanOut, AlertMessage>((job, message, cancellation) => job.RunAsync(message, cancellation)),
        [nameof(Deliver)] = Of<Deliver, DeliveryMessage>((job, message, cancellation) => job.RunAsync(message, cancellation)),
    }.ToFrozenDictionary();

    /// <summary>A member that is missing is an error here, not a null that fails later.</summary>
    private static readonly JsonSerializerOptions Strict = new(Wire.Json)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static Run Of<TJob, TMessage>(Func<TJob, TMessage, CancellationToken, Task> run) where TJob : notnull where TMessage : JobMessage =>
        (services, body, cancellation) =>
        {
            var message = JsonSerializer.Deserialize<TMessage>(body, Strict) ?? throw new JsonException("the message is null");
            return run(services.GetRequiredService<TJob>(), message, cancellation);
        };
}
