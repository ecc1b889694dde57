using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alerts.EndToEnd.Doctor;

/// <summary>A name server on loopback that has some TXT records (RFC 1035); of any other name it says that there is none.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private const int HeaderLength = 12;

    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly IReadOnlyDictionary<string, string> texts;
    private readonly CancellationTokenSource stop = new();
    private readonly Task answering;

    public NameServer(IReadOnlyDictionary<string, string> texts)
    {
        this.texts = texts;
        answering = AnswerAsync();
    }

    public string Address => $"{socket.Client.LocalEndPoint}";

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await answering;
        socket.Dispose();
        stop.Dispose();
    }

    private async Task AnswerAsync()
    {
        try
        {
            while (true)
            {
                var query = await socket.ReceiveAsync(stop.Token);
                await socket.SendAsync(Answer(query.Buffer), query.RemoteEndPoint, stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The end.
        }
    }

    private byte[] Answer(byte[] query)
    {
        var (name, end) = Question(query);
        var text = texts.GetValueOrDefault(name);
        var answer = new List<byte>(query[..end]);
        (answer[2], answer[3]) = (0x85, (byte)(text is null ? 3 : 0));
        (answer[7], answer[9], answer[11]) = ((byte)(text is null ? 0 : 1), 0, 0);
        if (text is not null)
        {
            // The name of the question, TXT, IN, 60 s, and one string.
            answer.AddRange([0xC0, HeaderLength, 0, 16, 0, 1, 0, 0, 0, 60]);
            var length = new byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(text.Length + 1));
            answer.AddRange([.. length, (byte)text.Length, .. Encoding.ASCII.GetBytes(text)]);
        }

        return [.. answer];
    }

    private static (string Name, int End) Question(byte[] query)
    {
        var (labels, at) = (new List<string>(), HeaderLength);
        while (query[at] > 0)
        {
            labels.Add(Encoding.ASCII.GetString(query, at + 1, query[at]));
            at += query[at] + 1;
        }

        return (string.Join('.', labels).ToLowerInvariant(), at + 5);
    }
}
