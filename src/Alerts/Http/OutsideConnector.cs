using System.Net;
using System.Net.Sockets;

namespace Alerts.Http;

/// <summary>Looks up the addresses of a host.</summary>
public delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancellation);

/// <summary>Connects to the very addresses that were judged, so that a name that resolves otherwise the next time (DNS rebinding) gains nothing.</summary>
public sealed class OutsideConnector(OutsideRule rule, ResolveHost resolve)
{
    /// <exception cref="RefusedAddressException">The host has no address that may be called.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var resolved = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation);
        var permitted = rule.Permitted(host, port, resolved);
#pragma warning disable CA2000 // The stream owns the socket.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(permitted, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
