using System.Net;

namespace Alerts.Http;

/// <summary>What an IP address is for, by the special-purpose registries of IANA (RFC 6890).</summary>
public enum AddressKind
{
    Public,
    Unspecified,
    Loopback,
    Private,
    LinkLocal,

    /// <summary>Carrier-grade NAT, RFC 6598.</summary>
    Shared,
    Multicast,
    Documentation,
    SpecialPurpose,

    /// <summary>The platform's own services behind a public-looking address.</summary>
    CloudMetadata,
}

/// <summary>Tells public addresses from all others. An IPv6 form that carries an IPv4 address is judged by what it carries.</summary>
public static class AddressKinds
{
    private static readonly (IPNetwork Network, AddressKind Kind)[] V4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), AddressKind.Unspecified),
        (IPNetwork.Parse("10.0.0.0/8"), AddressKind.Private),
        (IPNetwork.Parse("100.64.0.0/10"), AddressKind.Shared),
        (IPNetwork.Parse("127.0.0.0/8"), AddressKind.Loopback),
        (IPNetwork.Parse("168.63.129.16/32"), AddressKind.CloudMetadata),
        (IPNetwork.Parse("169.254.0.0/16"), AddressKind.LinkLocal),
        (IPNetwork.Parse("172.16.0.0/12"), AddressKind.Private),
        (IPNetwork.Parse("192.0.0.0/24"), AddressKind.SpecialPurpose),
        (IPNetwork.Parse("192.0.2.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("192.88.99.0/24"), AddressKind.SpecialPurpose),
        (IPNetwork.Parse("192.168.0.0/16"), AddressKind.Private),
        (IPNetwork.Parse("198.18.0.0/15"), AddressKind.SpecialPurpose),
        (IPNetwork.Parse("198.51.100.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("203.0.113.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("224.0.0.0/4"), AddressKind.Multicast),
        (IPNetwork.Parse("240.0.0.0/4"), AddressKind.SpecialPurpose),
    ];

    private static readonly (IPNetwork Network, AddressKind Kind)[] V6 =
    [
        (IPNetwork.Parse("::/128"), AddressKind.Unspecified),
        (IPNetwork.Parse("::1/128"), AddressKind.Loopback),
        (IPNetwork.Parse("64:ff9b:1::/48"), AddressKind.Private),
        (IPNetwork.Parse("fc00::/7"), AddressKind.Private),
        (IPNetwork.Parse("fe80::/10"), AddressKind.LinkLocal),
        (IPNetwork.Parse("fec0::/10"), AddressKind.Private),
        (IPNetwork.Parse("ff00::/8"), AddressKind.Multicast),
        (IPNetwork.Parse("2001::/23"), AddressKind.SpecialPurpose),
        (IPNetwork.Parse("2001:db8::/32"), AddressKind.Documentation),
        (IPNetwork.Parse("3fff::/20"), AddressKind.Documentation),
        (IPNetwork.Parse("2000::/3"), AddressKind.Public),
    ];

    /// <summary>Prefixes that carry an IPv4 address, and the byte where it begins: translated (SIIT), NAT64, 6to4.</summary>
    private static readonly (IPNetwork Network, int Offset)[] Carriers =
    [
        (IPNetwork.Parse("::ffff:0:0:0/96"), 12),
        (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    public static AddressKind Of(IPAddress address)
    {
        // Before all else: IPNetwork takes a mapped address for one of IPv4, whatever the network.
        if (address.IsIPv4MappedToIPv6)
        {
            return Of(address.MapToIPv4());
        }

        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4)
        {
            return V4.Where(r => r.Network.Contains(address)).Select(r => r.Kind).FirstOrDefault(AddressKind.Public);
        }

        var plain = new IPAddress(bytes);
        foreach (var (network, offset) in Carriers)
        {
            if (network.Contains(plain))
            {
                return Of(new IPAddress(bytes.AsSpan(offset, 4)));
            }
        }

        return V6.Where(r => r.Network.Contains(plain)).Select(r => r.Kind).FirstOrDefault(AddressKind.SpecialPurpose);
    }
}
