using System.Net;
using Alerts.Http;

namespace Alerts.Tests.Http;

public class OutsideRuleTests
{
    [Fact]
    public void A_host_that_is_no_name_is_refused() =>
        Assert.Equal(Refusal.Host, new OutsideRule(new OutsideHttpOptions()).Judge(new Uri("http://user@\u200d/"))?.Refusal);

    [Theory]
    [InlineData("http://site.example/", null)]
    [InlineData("https://site.example/", null)]
    [InlineData("http://site.example:8080/", null)]
    [InlineData("https://site.example:8443/", null)]
    [InlineData("http://site.example:22/", Refusal.Port)]
    [InlineData("http://site.example:6379/", Refusal.Port)]
    public void Only_the_ports_of_the_web_are_called(string url, Refusal? refusal) =>
        Assert.Equal(refusal, new OutsideRule(new OutsideHttpOptions()).Judge(new Uri(url))?.Refusal);

    [Fact]
    public void The_ports_can_be_set()
    {
        var rule = new OutsideRule(new OutsideHttpOptions { Ports = { 8000 } });

        Assert.Null(rule.Judge(new Uri("http://site.example:8000/")));
        Assert.Equal(Refusal.Port, rule.Judge(new Uri("http://site.example/"))?.Refusal);
    }

    [Theory]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5000/", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1:5001/", false)]
    [InlineData("127.0.0.1", "http://127.0.0.1:5001/", true)]
    [InlineData("LocalHost:5000", "http://localhost:5000/", true)]
    [InlineData("[::1]:5000", "http://[::1]:5000/", true)]
    [InlineData("127.0.0.1:5000", "http://127.0.0.1.site.example:5000/", false)]
    public void An_excepted_host_is_called_and_no_other(string entry, string url, bool called) =>
        Assert.Equal(called, new OutsideRule(new OutsideHttpOptions { AllowedHosts = { entry } }).Judge(new Uri(url)) is null);

    [Fact]
    public void Of_a_name_with_several_addresses_only_the_public_ones_are_connected_to()
    {
        var rule = new OutsideRule(new OutsideHttpOptions());
        IPAddress[] resolved = [IPAddress.Parse("10.0.0.1"), IPAddress.Parse("93.184.216.34"), IPAddress.Parse("::1")];

        Assert.Equal([IPAddress.Parse("93.184.216.34")], rule.Permitted("site.example", 443, resolved));
    }

    [Fact]
    public void A_name_without_a_public_address_is_refused()
    {
        var rule = new OutsideRule(new OutsideHttpOptions());

        var refused = Assert.Throws<RefusedAddressException>(() => rule.Permitted("site.example", 443, [IPAddress.Parse("169.254.169.254")]));

        Assert.Equal(AddressKind.LinkLocal, refused.Address);
    }
}
