using System.Net;
using Alerts.Http;

namespace Alerts.Tests.Http;

public class AddressKindsTests
{
    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("169.253.1.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("2a00:1450:4001::1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("64:ff9b::5db8:d822")]
    [InlineData("2002:5db8:d822::1")]
    public void Addresses_of_the_internet_are_public(string address) => Assert.Equal(AddressKind.Public, AddressKinds.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0", AddressKind.Unspecified)]
    [InlineData("0.1.2.3", AddressKind.Unspecified)]
    [InlineData("127.0.0.1", AddressKind.Loopback)]
    [InlineData("127.255.255.254", AddressKind.Loopback)]
    [InlineData("10.1.2.3", AddressKind.Private)]
    [InlineData("172.16.0.1", AddressKind.Private)]
    [InlineData("172.31.255.255", AddressKind.Private)]
    [InlineData("192.168.1.1", AddressKind.Private)]
    [InlineData("169.254.169.254", AddressKind.LinkLocal)]
    [InlineData("168.63.129.16", AddressKind.CloudMetadata)]
    [InlineData("100.64.0.1", AddressKind.Shared)]
    [InlineData("100.100.100.200", AddressKind.Shared)]
    [InlineData("192.0.0.192", AddressKind.SpecialPurpose)]
    [InlineData("192.0.2.7", AddressKind.Documentation)]
    [InlineData("198.51.100.7", AddressKind.Documentation)]
    [InlineData("203.0.113.7", AddressKind.Documentation)]
    [InlineData("192.88.99.1", AddressKind.SpecialPurpose)]
    [InlineData("198.18.0.1", AddressKind.SpecialPurpose)]
    [InlineData("198.19.255.255", AddressKind.SpecialPurpose)]
    [InlineData("224.0.0.1", AddressKind.Multicast)]
    [InlineData("239.255.255.255", AddressKind.Multicast)]
    [InlineData("240.0.0.1", AddressKind.SpecialPurpose)]
    [InlineData("255.255.255.255", AddressKind.SpecialPurpose)]
    [InlineData("::", AddressKind.Unspecified)]
    [InlineData("::1", AddressKind.Loopback)]
    [InlineData("fe80::1%1", AddressKind.LinkLocal)]
    [InlineData("fc00::1", AddressKind.Private)]
    [InlineData("fd00:ec2::254", AddressKind.Private)]
    [InlineData("fec0::1", AddressKind.Private)]
    [InlineData("ff02::1", AddressKind.Multicast)]
    [InlineData("2001:db8::1", AddressKind.Documentation)]
    [InlineData("3fff::1", AddressKind.Documentation)]
    [InlineData("2001::1", AddressKind.SpecialPurpose)]
    [InlineData("100::1", AddressKind.SpecialPurpose)]
    [InlineData("5f00::1", AddressKind.SpecialPurpose)]
    [InlineData("4000::1", AddressKind.SpecialPurpose)]
    [InlineData("64:ff9b:1::a00:1", AddressKind.Private)]
    [InlineData("::127.0.0.1", AddressKind.SpecialPurpose)]
    public void All_others_are_not(string address, AddressKind kind) => Assert.Equal(kind, AddressKinds.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData("::ffff:127.0.0.1", AddressKind.Loopback)]
    [InlineData("::ffff:10.0.0.1", AddressKind.Private)]
    [InlineData("::ffff:0:192.168.0.1", AddressKind.Private)]
    [InlineData("64:ff9b::7f00:1", AddressKind.Loopback)]
    [InlineData("64:ff9b::a9fe:a9fe", AddressKind.LinkLocal)]
    [InlineData("2002:7f00:1::1", AddressKind.Loopback)]
    [InlineData("2002:c0a8:101::1", AddressKind.Private)]
    public void A_form_that_carries_an_IPv4_address_is_judged_by_it(string address, AddressKind kind) =>
        Assert.Equal(kind, AddressKinds.Of(IPAddress.Parse(address)));
}
