using Alerts.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Alerts.Functions;

/// <summary>
/// Names the invocation on every line that a job logs. With OpenTelemetry on, the worker does not do so itself, and the host's log stream shows no line
/// that names none (azure-functions-dotnet-worker issues 3487 and 3489). What a job throws leaves masked.
/// </summary>
public sealed class InvocationScope(ILogger<InvocationScope> logger) : IFunctionsWorkerMiddleware
{
    /// <summary>By this name the worker finds it in a scope.</summary>
    private const string InvocationId = "AzureFunctions_InvocationId";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using var scope = logger.BeginScope(new Dictionary<string, object> { [InvocationId] = context.InvocationId });
        try
        {
            await next(context);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The host gets it, and exports it by itself.
            throw MaskedException.Of(failure);
        }
    }
}
