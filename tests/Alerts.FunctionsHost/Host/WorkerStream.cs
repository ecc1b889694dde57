using System.Collections.Concurrent;
using System.Threading.Channels;
using Alerts.FunctionsHost.Rpc;
using Grpc.Core;

namespace Alerts.FunctionsHost.Host;

/// <summary>The host's end of the stream to one worker: answers are matched to requests, and what the worker logs is kept.</summary>
internal sealed class WorkerStream : FunctionRpc.FunctionRpcBase
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> waiting = new();
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();

    /// <summary>What the worker sent to the host's log.</summary>
    public ConcurrentQueue<RpcLog> Logs { get; } = new();

    /// <summary>The worker has opened the stream.</summary>
    public Task Started => started.Task;

    public override async Task EventStream(
        IAsyncStreamReader<StreamingMessage> requestStream, IServerStreamWriter<StreamingMessage> responseStream, ServerCallContext context)
    {
        var writing = WriteAsync(responseStream, context.CancellationToken);
        try
        {
            await foreach (var message in requestStream.ReadAllAsync(context.CancellationToken))
            {
                Receive(message);
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The worker is gone.
        }

        outgoing.Writer.TryComplete();
        foreach (var answer in waiting.Values)
        {
            answer.TrySetException(new IOException("The worker ended."));
        }

        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <returns>The worker's answer.</returns>
    public Task<StreamingMessage> AskAsync(StreamingMessage message, CancellationToken cancellation)
    {
        // An invocation is answered by its own id, all else by the request's.
        var id = message.InvocationRequest?.InvocationId ?? message.FunctionLoadRequest?.FunctionId ?? message.RequestId;
        var answer = waiting[id] = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        Tell(message);
        return answer.Task.WaitAsync(cancellation);
    }

    public void Tell(StreamingMessage message) => outgoing.Writer.TryWrite(message);

    private void Receive(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.StartStream:
                started.TrySetResult();
                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                Logs.Enqueue(message.RpcLog);
                break;
            default:
                var id = message.InvocationResponse?.InvocationId ?? message.FunctionLoadResponse?.FunctionId ?? message.RequestId;
                if (waiting.TryRemove(id, out var answer))
                {
                    answer.TrySetResult(message);
                }

                break;
        }
    }

    private async Task WriteAsync(IServerStreamWriter<StreamingMessage> stream, CancellationToken cancellation)
    {
        await foreach (var message in outgoing.Reader.ReadAllAsync(cancellation))
        {
            await stream.WriteAsync(message, cancellation);
        }
    }
}
