using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Alerts.FunctionsHost.Rpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.FunctionsHost.Host;

/// <summary>One function as the worker names it.</summary>
/// <param name="Id">The worker's own.</param>
/// <param name="Name">Such as <c>Check</c>.</param>
/// <param name="Trigger">Its trigger: name of the parameter, type, queue, schedule or route.</param>
internal sealed record IndexedFunction(string Id, string Name, JsonElement Trigger)
{
    /// <returns>A member of the trigger, empty where it has none of that name.</returns>
    public string Get(string member) => Trigger.TryGetProperty(member, out var value) ? value.GetString()! : "";
}

/// <summary>A worker did not do what was asked.</summary>
public sealed class WorkerFailedException(string message) : Exception(message);

/// <summary>The Functions app, ready to be invoked.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WebApplication server;

    private Worker(WebApplication server, WorkerStream stream, WorkerProcess process) => (this.server, Stream, Process) = (server, stream, process);

    public WorkerStream Stream { get; }

    public WorkerProcess Process { get; }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, IndexedFunction> Functions { get; private set; } = new Dictionary<string, IndexedFunction>();

    /// <summary>Where its own web server listens.</summary>
    public Uri HttpUri { get; private set; } = null!;

    /// <summary>From the start of the process to its last function loaded.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>Starts the process and loads all functions.</summary>
    /// <exception cref="WorkerFailedException">It ended, or refused something.</exception>
    public static async Task<Worker> StartAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellation)
    {
        var stream = new WorkerStream();
        var server = await ServeAsync(stream, cancellation);
        var begun = TimeProvider.System.GetTimestamp();
        var worker = new Worker(server, stream, WorkerProcess.Start(new Uri(server.Urls.Single()), settings));
        try
        {
            await worker.LoadAsync(cancellation);
            worker.ReadyAfter = TimeProvider.System.GetElapsedTime(begun);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <returns>A request that names the function, the invocation and, as the host's do, a trace of its own.</returns>
    public InvocationRequest Request(string function) => new()
    {
        InvocationId = Guid.NewGuid().ToString(),
        FunctionId = Functions[function].Id,
        TraceContext = new TraceContext { TraceParent = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01" },
    };

    /// <exception cref="WorkerFailedException">The function failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and said so.</exception>
    public async Task InvokeAsync(InvocationRequest request, CancellationToken cancellation)
    {
        var answer = Stream.AskAsync(new StreamingMessage { InvocationRequest = request }, CancellationToken.None);
        await using var cancel = cancellation.Register(
            () => Stream.Tell(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId } }));
        Check((await answer).InvocationResponse.Result, $"invocation {request.InvocationId}");
    }

    public async ValueTask DisposeAsync()
    {
        Stream.Tell(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });
        await Process.DisposeAsync();
        await server.DisposeAsync();
    }

    private static async Task<WebApplication> ServeAsync(WorkerStream stream, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(stream).AddGrpc(o => o.MaxReceiveMessageSize = null);
        var server = builder.Build();
        server.MapGrpcService<WorkerStream>();
        await server.StartAsync(cancellation);
        return server;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var ended = Process.ExitAsync(patience.Token);
        if (await Task.WhenAny(Stream.Started, ended) == ended)
        {
            throw new WorkerFailedException($"The worker ended with {await ended} before it opened the stream. It said: {string.Join('\n', Process.Said)}");
        }

        var init = await Stream.AskAsync(
            new StreamingMessage { RequestId = "init", WorkerInitRequest = new WorkerInitRequest { HostVersion = "4.0.0", FunctionAppDirectory = WorkerProcess.AppFolder } },
            patience.Token);
        Check(init.WorkerInitResponse.Result, "initialization");
        HttpUri = new Uri(init.WorkerInitResponse.Capabilities["HttpUri"]);

        var index = await Stream.AskAsync(
            new StreamingMessage { RequestId = "index", FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = WorkerProcess.AppFolder } },
            patience.Token);
        Check(index.FunctionMetadataResponse.Result, "indexing");
        var functions = index.FunctionMetadataResponse.FunctionMetadataResults;
        await Task.WhenAll(functions.Select(f => LoadAsync(f, patience.Token)));
        Functions = functions.Select(Indexed).ToDictionary(f => f.Name);
    }

    private async Task LoadAsync(FunctionMetadata function, CancellationToken cancellation)
    {
        var loaded = await Stream.AskAsync(
            new StreamingMessage { RequestId = function.FunctionId, FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function } },
            cancellation);
        Check(loaded.FunctionLoadResponse.Result, $"function {function.Name}");
    }

    private static IndexedFunction Indexed(FunctionMetadata function) => new(
        function.FunctionId,
        function.Name,
        function.RawBindings.Select(b => JsonElement.Parse(b)).Single(b => b.GetProperty("type").GetString()!.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase)));

    private static void Check(StatusResult result, string what)
    {
        switch (result.Status)
        {
            case StatusResult.Types.Status.Cancelled:
                throw new OperationCanceledException($"The {what} was cancelled.");
            case StatusResult.Types.Status.Failure:
                throw new WorkerFailedException($"The {what} failed: {result.Exception?.Message}");
        }
    }
}
