using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alerts.Tests.Hostile;

/// <summary>A loopback server that writes what it likes, HTTP or not. It has no robots.txt; every other request gets its one answer, and the connection is closed behind it.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<Stream, CancellationToken, Task> answer;
    private readonly Task serving;

    public RawServer(Func<Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        serving = ServeAsync();
    }

    public Uri Url => new($"http://{listener.LocalEndpoint}/page");

    /// <summary>A whole answer.</summary>
    public static Func<Stream, CancellationToken, Task> Answer(string type, byte[] body, int status = 200, params string[] headers) => async (stream, cancellation) =>
    {
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} As it is"),
            .. type.Length > 0 ? new[] { $"Content-Type: {type}" } : [],
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"),
            "Connection: close",
            .. headers,
        ];
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n"), cancellation);
        await stream.WriteAsync(body, cancellation);
    };

    public static Func<Stream, CancellationToken, Task> Answer(string type, string body) => Answer(type, Encoding.UTF8.GetBytes(body));

    /// <summary>A beginning, and then a piece again and again until nobody listens any more.</summary>
    public static Func<Stream, CancellationToken, Task> Endless(string beginning, string piece, Action? before = null) => async (stream, cancellation) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(beginning), cancellation);
        var bytes = Encoding.Latin1.GetBytes(piece);
        while (!cancellation.IsCancellationRequested)
        {
            before?.Invoke();
            await stream.WriteAsync(bytes, cancellation);
        }
    };

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await ServeAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(NetworkStream stream)
    {
        try
        {
            var request = await HeadAsync(stream);
            await (request.Contains(" /robots.txt ", StringComparison.Ordinal) ? Answer("", [], 404) : answer)(stream, stopping.Token);
        }
        catch (IOException)
        {
            // Whoever asked had enough.
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var (head, buffer) = (new StringBuilder(), new byte[4096]);
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, stopping.Token) is var read and > 0)
        {
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return head.ToString();
    }
}
