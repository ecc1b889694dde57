using System.Collections.Concurrent;
using System.Globalization;
using Alerts.FunctionsHost.Rpc;
using Microsoft.Azure.WebJobs;
using Microsoft.Azure.WebJobs.Host;
using Microsoft.Azure.WebJobs.Host.Executors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.FunctionsHost.Host;

/// <summary>
/// The listeners of the Functions host, of the very packages that the app deploys with, over the app's own storage and by our host.json. What they hear
/// is handed to the worker.
/// </summary>
internal static class Listeners
{
    private const string HostSection = "AzureFunctionsJobHost";

    /// <param name="worker">Whose triggers are listened to.</param>
    /// <param name="settings">The app's settings.</param>
    /// <param name="host">What goes before host.json.</param>
    /// <param name="log">Gets what the host logs.</param>
    public static IHost Build(Worker worker, IReadOnlyDictionary<string, string?> settings, IEnumerable<(string Name, string Value)> host, ILoggerProvider log) => new HostBuilder()
        .ConfigureAppConfiguration(configuration => configuration
            .AddInMemoryCollection(HostJson())
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), s.Value)))
            .AddInMemoryCollection([new("AzureWebJobsConfigurationSection", HostSection), .. host.Select(h => KeyValuePair.Create(h.Name, (string?)h.Value))]))
        .ConfigureLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Information).AddFilter("Azure", LogLevel.Warning))
        .ConfigureWebJobs(
            (context, jobs) =>
            {
                jobs.AddAzureStorageCoreServices().AddAzureStorageQueues().AddTimers();
                jobs.Services
                    .AddSingleton(worker)
                    .AddSingleton<InvocationLog>()
                    .AddSingleton<IHostIdProvider, HostId>()
                    .AddSingleton<INameResolver>(provider => new TriggerNames(worker, provider.GetRequiredService<IConfiguration>()))
                    .AddSingleton<ITypeLocator>(new OneType(typeof(TriggerFunctions)))
                    .Configure<JobHostFunctionTimeoutOptions>(o =>
                    {
                        o.Timeout = TimeSpan.Parse(context.Configuration[$"{HostSection}:functionTimeout"]!, CultureInfo.InvariantCulture);
                        o.ThrowOnTimeout = true;
                    });
            })
        .Build();

    private static IEnumerable<KeyValuePair<string, string?>> HostJson() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(WorkerProcess.AppFolder, "host.json")).Build()
            .AsEnumerable().Select(s => KeyValuePair.Create($"{HostSection}:{s.Key}", s.Value));

    private sealed class HostId : IHostIdProvider
    {
        public Task<string> GetHostIdAsync(CancellationToken cancellationToken) => Task.FromResult("alerts");
    }

    private sealed class OneType(Type type) : ITypeLocator
    {
        public IReadOnlyList<Type> GetTypes() => [type];
    }

    /// <summary><c>%Check:queueName%</c> is what the worker says of the trigger of Check; any other name in it is a setting.</summary>
    private sealed class TriggerNames(Worker worker, IConfiguration configuration) : INameResolver
    {
        public string Resolve(string name) => name.Split(':') is [var function, var member] && worker.Functions.TryGetValue(function, out var indexed)
            ? Setting(indexed.Get(member))
            : configuration[name]!;

        private string Setting(string value) => value is ['%', .. var name, '%'] ? configuration[name]! : value;
    }
}

/// <summary>One invocation that ended.</summary>
/// <param name="Function">Its function.</param>
/// <param name="Id">As the worker got it.</param>
/// <param name="Failure">null where it succeeded.</param>
internal sealed record Invocation(string Function, string Id, string? Failure);

/// <summary>The invocations so far, in the order they ended.</summary>
internal sealed class InvocationLog
{
    private readonly ConcurrentQueue<Invocation> ended = new();

    public IReadOnlyCollection<Invocation> Ended => ended;

    public async Task RunAsync(Worker worker, string function, Action<InvocationRequest> fill, CancellationToken cancellation)
    {
        var request = worker.Request(function);
        fill(request);
        try
        {
            await worker.InvokeAsync(request, cancellation);
            ended.Enqueue(new Invocation(function, request.InvocationId, Failure: null));
        }
        catch (Exception failure)
        {
            ended.Enqueue(new Invocation(function, request.InvocationId, failure.Message));
            throw;
        }
    }
}
