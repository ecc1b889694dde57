using System.Net;

namespace Alerts.Http;

/// <summary>Decides what may be called. Pure.</summary>
public sealed class OutsideRule(OutsideHttpOptions options)
{
    private static readonly int[] DefaultPorts = [80, 443, 8080, 8443];

    private readonly HashSet<string> allowed = [.. Excepted(options)];
    private readonly HashSet<int> ports = [.. options.Ports.Count > 0 ? options.Ports : DefaultPorts];

    /// <returns>Why the URL must not be called, as far as the URL tells; null when only its host's addresses can tell.</returns>
    public RefusedAddressException? Judge(Uri url) =>
        url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps ? RefusedAddressException.ForScheme()
        : HostName.Of(url) is not { Length: > 0 } host ? RefusedAddressException.ForHost()
        : IPAddress.TryParse(host.TrimEnd('.'), out var literal) ? Judge(host, url.Port, [literal])
        : HostName.IsPrivate(host) && !IsAllowed(host, url.Port) ? RefusedAddressException.ForPrivateName()
        : Judge(host, url.Port, []);

    /// <summary>Keeps to the addresses that may be connected to.</summary>
    /// <exception cref="RefusedAddressException">There is none.</exception>
    public IPAddress[] Permitted(string host, int port, IReadOnlyList<IPAddress> addresses)
    {
        if (Judge(host, port, addresses) is { } refused)
        {
            throw refused;
        }

        return IsAllowed(host, port) ? [.. addresses] : [.. addresses.Where(a => AddressKinds.Of(a) == AddressKind.Public)];
    }

    private RefusedAddressException? Judge(string host, int port, IReadOnlyList<IPAddress> addresses) =>
        IsAllowed(host, port) ? null
        : !ports.Contains(port) ? RefusedAddressException.ForPort(port)
        : addresses.Count > 0 && addresses.All(a => AddressKinds.Of(a) != AddressKind.Public)
            ? RefusedAddressException.ForAddress(AddressKinds.Of(addresses[0]))
        : null;

    private bool IsAllowed(string host, int port) => allowed.Contains(Name(host)) || allowed.Contains($"{Name(host)}:{port}");

    private static IEnumerable<string> Excepted(OutsideHttpOptions options)
    {
        var hosts = options.AllowedHosts.Select(h => h.Trim().ToLowerInvariant());
        return options.Proxy is { } proxy ? hosts.Append($"{Name(HostName.Of(proxy) ?? proxy.Host)}:{proxy.Port}") : hosts;
    }

    /// <summary>An IPv6 address stands in brackets, so that a port can follow.</summary>
    private static string Name(string host) => host.Contains(':', StringComparison.Ordinal) && host[0] != '['
        ? $"[{host}]".ToLowerInvariant()
        : host.ToLowerInvariant();
}
