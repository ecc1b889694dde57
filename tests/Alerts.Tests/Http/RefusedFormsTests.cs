using System.Net;
using System.Net.Sockets;
using Alerts.Cases;
using Alerts.Http;

namespace Alerts.Tests.Http;

/// <summary>The table of every form of address that is refused, and by what name. Refused before anything is looked up or connected to.</summary>
public class RefusedFormsTests
{
    public static readonly TheoryData<string, string> Forms = new()
    {
        // Loopback, however it is spelled.
        { "http://127.0.0.1/", "loopback" },
        { "http://127.255.255.254/", "loopback" },
        { "http://127.1/", "loopback" },
        { "http://127.0.1/", "loopback" },
        { "http://2130706433/", "loopback" },
        { "http://017700000001/", "loopback" },
        { "http://0x7f000001/", "loopback" },
        { "http://0x7f.1/", "loopback" },
        { "http://0177.0.0.1/", "loopback" },
        { "http://0x7f.0x0.0x0.0x1/", "loopback" },
        { "http://127.0.0.1./", "loopback" },
        { "http://127.1./", "loopback" },
        { "http://0x7f.1./", "loopback" },
        { "http://\uFF11\uFF12\uFF17.0.0.1/", "loopback" },
        { "http://127\u30020\u30020\u30021/", "loopback" },
        { "http://\u2460\u2461\u2466.0.0.1/", "loopback" },
        { "http://[::1]/", "loopback" },
        { "http://[0:0:0:0:0:0:0:1]/", "loopback" },
        { "http://[::ffff:127.0.0.1]/", "loopback" },
        { "http://[::ffff:7f00:1]/", "loopback" },
        { "http://[::ffff:0:127.0.0.1]/", "loopback" },
        { "http://[64:ff9b::127.0.0.1]/", "loopback" },
        { "http://[2002:7f00:1::1]/", "loopback" },
        { "http://[::1%25lo]/", "loopback" },

        // Private, link-local, shared and unspecified networks.
        { "http://10.0.0.1/", "private" },
        { "http://167772161/", "private" },
        { "http://172.16.0.1/", "private" },
        { "http://192.168.1.1/", "private" },
        { "http://0300.0250.1.1/", "private" },
        { "http://[fc00::1]/", "private" },
        { "http://[fd12:3456::1]/", "private" },
        { "http://[fec0::1]/", "private" },
        { "http://[::ffff:10.0.0.1]/", "private" },
        { "http://[64:ff9b::a00:1]/", "private" },
        { "http://[64:ff9b:1::a00:1]/", "private" },
        { "http://[2002:c0a8:101::1]/", "private" },
        { "http://169.254.1.1/", "link-local" },
        { "http://[fe80::1]/", "link-local" },
        { "http://[fe80::1%251]/", "link-local" },
        { "http://[::ffff:169.254.169.254]/", "link-local" },
        { "http://100.64.0.1/", "shared" },
        { "http://0.0.0.0/", "unspecified" },
        { "http://0/", "unspecified" },
        { "http://[::]/", "unspecified" },

        // Networks that are no host's: multicast, documentation, benchmarks, tunnels, reserved.
        { "http://224.0.0.1/", "multicast" },
        { "http://[ff02::1]/", "multicast" },
        { "http://192.0.2.1/", "documentation" },
        { "http://198.51.100.1/", "documentation" },
        { "http://203.0.113.1/", "documentation" },
        { "http://[2001:db8::1]/", "documentation" },
        { "http://[3fff::1]/", "documentation" },
        { "http://198.18.0.1/", "special-purpose" },
        { "http://192.88.99.1/", "special-purpose" },
        { "http://240.0.0.1/", "special-purpose" },
        { "http://255.255.255.255/", "special-purpose" },
        { "http://[2001:0:7f00:1::1]/", "special-purpose" },
        { "http://[::127.0.0.1]/", "special-purpose" },
        { "http://[100::1]/", "special-purpose" },

        // Where clouds keep their metadata.
        { "http://169.254.169.254/latest/meta-data/", "link-local" },
        { "http://0xA9FEA9FE/", "link-local" },
        { "http://2852039166/", "link-local" },
        { "http://169.254.170.2/v2/credentials", "link-local" },
        { "http://168.63.129.16/", "cloud-metadata" },
        { "http://[::ffff:168.63.129.16]/", "cloud-metadata" },
        { "http://100.100.100.200/", "shared" },
        { "http://192.0.0.192/", "special-purpose" },
        { "http://[fd00:ec2::254]/", "private" },
        { "http://[fd20:ce::254]/", "private" },
        { "http://metadata.google.internal/", "host" },
        { "http://metadata.google.internal./", "host" },
        { "http://METADATA.GOOGLE.INTERNAL/", "host" },
        { "http://instance-data.ec2.internal/", "host" },
        { "http://metadata/", "host" },

        // Names of private networks.
        { "http://localhost/", "host" },
        { "http://LOCALHOST./", "host" },
        { "http://api.localhost/", "host" },
        { "http://printer.local/", "host" },
        { "http://router.home.arpa/", "host" },
        { "http://intranet/", "host" },
        { "http://[fe80::1%25nosuch0]/", "link-local" },

        // Who stands before the @ is not the host.
        { "http://site.example@127.0.0.1/", "loopback" },
        { "http://site.example:80@10.0.0.1/", "private" },
        { "http://site.example%2f@127.0.0.1/", "loopback" },

        // Ports and schemes.
        { "http://site.example:22/", "port" },
        { "http://site.example:0/", "port" },
        { "http://site.example:6379/", "port" },
        { "https://site.example:2375/", "port" },
        { "http://127.0.0.1:11211/", "port" },
        { "ftp://site.example/", "scheme" },
        { "file:///etc/passwd", "scheme" },
        { "gopher://site.example/", "scheme" },
        { "data:text/html,x", "scheme" },
        { "javascript:alert(1)", "scheme" },
        { "ws://site.example/", "scheme" },
        { "jar:http://site.example!/x", "scheme" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_is_not_public_is_refused(string url, string name)
    {
        using var client = Outside.Client((host, _) => throw new SocketException((int)SocketError.HostNotFound, $"{host} was looked up"));

        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => client.GetAsync(new Uri(url), TestContext.Current.CancellationToken));

        Assert.Equal(name, refused.Address is { } kind ? Word.Of(kind) : Word.Of(refused.Refusal));
    }

    [Theory]
    [InlineData("http://127.0.0.1@site.example/")]
    [InlineData("http://127.0.0.1.site.example/")]
    [InlineData("http://internal.example/")]
    [InlineData("http://256.256.256.256/")]
    public async Task A_name_that_only_looks_so_is_judged_by_what_it_resolves_to(string url)
    {
        using var client = Outside.Client(Outside.Names("10.0.0.1"));

        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => client.GetAsync(new Uri(url), TestContext.Current.CancellationToken));

        Assert.Equal(AddressKind.Private, refused.Address);
    }

    [Theory]
    [InlineData("http://127.0.0.1:99999/")]
    [InlineData("http://[::1/")]
    [InlineData("http://[::ffff:999.0.0.1]/")]
    [InlineData("http:///etc/passwd")]
    [InlineData("http://%31%32%37.0.0.1/")]
    [InlineData("http://site.example\\@127.0.0.1/")]
    [InlineData("http://site.example:80:22/")]
    public void What_is_no_address_at_all_is_none(string url) => Assert.False(Uri.TryCreate(url, UriKind.Absolute, out _));
}
