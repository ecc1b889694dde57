using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Alerts.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Tests.Http;

public class OutsideHttpTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_loopback_address_is_refused_and_the_exception_keeps_the_url_to_itself()
    {
        await using var site = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("never"));
        using var client = Outside.Client();

        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => client.GetAsync(new Uri("http://127.0.0.1:80/secret-token"), Cancellation));

        Assert.Equal(AddressKind.Loopback, refused.Address);
        Assert.DoesNotContain("secret-token", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", refused.Message, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_name_is_judged_by_what_it_resolves_to_when_connecting()
    {
        using var client = Outside.Client(Outside.Names("127.0.0.1"));

        var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => client.GetAsync(new Uri("http://site.example/"), Cancellation));

        Assert.Equal(AddressKind.Loopback, refused.Address);
    }

    [Fact]
    public async Task A_name_that_resolves_otherwise_the_second_time_gains_nothing()
    {
        var answers = new Queue<string>(["127.0.0.1", "10.0.0.1", "169.254.169.254"]);
        using var client = Outside.Client((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]));

        foreach (var kind in new[] { AddressKind.Loopback, AddressKind.Private, AddressKind.LinkLocal })
        {
            var refused = await Assert.ThrowsAsync<RefusedAddressException>(() => client.GetAsync(new Uri("http://site.example/"), Cancellation));
            Assert.Equal(kind, refused.Address);
        }
    }

    [Fact]
    public async Task Of_two_addresses_of_a_name_the_private_one_is_never_connected_to()
    {
        await using var site = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("never"));
        var settings = new Dictionary<string, string?> { ["OutsideHttp:Ports:0"] = $"{site.Url.Port}", ["OutsideHttp:ConnectTimeout"] = "00:00:00.2" };
        await using var services = Outside.Services(settings, resolve: Outside.Names("127.0.0.1", "240.0.0.1", "::1"));
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(OutsideHttp.ClientName);

        await Assert.ThrowsAsync<RefusedAddressException>(() => client.GetAsync(new Uri($"http://site.example:{site.Url.Port}/"), Cancellation));

        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task An_excepted_host_is_called()
    {
        await using var site = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("hello"));
        using var client = Outside.Client(site.Authority);

        Assert.Equal("hello", await client.GetStringAsync(site.Url, Cancellation));
    }

    [Fact]
    public async Task Redirects_are_left_to_the_caller()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var client = Outside.Client(site.Authority);

        using var response = await client.GetAsync(site.Url, Cancellation);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Neither_cookies_nor_trace_ids_leave_the_house()
    {
        await using var site = await LoopbackSite.StartAsync(c =>
        {
            c.Response.Cookies.Append("visitor", "7");
            return c.Response.WriteAsync("hello");
        });
        using var client = Outside.Client(site.Authority);
        using var activity = new Activity("check").Start();

        await client.GetStringAsync(site.Url, Cancellation);
        await client.GetStringAsync(site.Url, Cancellation);

        Assert.All(site.Requests, r => Assert.False(r.ContainsKey("Cookie") || r.ContainsKey("traceparent") || r.ContainsKey("Request-Id")));
    }

    [Fact]
    public async Task A_proxy_that_is_configured_calls_in_our_stead_and_literal_addresses_are_still_refused()
    {
        await using var proxy = await LoopbackSite.StartAsync(c => c.Response.WriteAsync($"for {c.Request.Host}"));
        await using var services = Outside.Services(new Dictionary<string, string?> { ["OutsideHttp:Proxy"] = proxy.Url.AbsoluteUri });
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(OutsideHttp.ClientName);

        Assert.Equal("for site.example", await client.GetStringAsync(new Uri("http://site.example/"), Cancellation));
        await Assert.ThrowsAsync<RefusedAddressException>(() => client.GetAsync(new Uri("http://10.0.0.1/"), Cancellation));
    }

    [Fact]
    public async Task No_log_line_holds_a_url()
    {
        using var logs = new Lines();
        await using var site = await LoopbackSite.StartAsync(c => c.Response.WriteAsync("hello"));
        await using var services = Outside.Services(Outside.Allowing(site.Authority), logs);
        services.GetRequiredService<ILogger<OutsideHttpTests>>().Log(LogLevel.Warning, default, "one line is seen", null, (line, _) => line);
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(OutsideHttp.ClientName);

        await client.GetStringAsync(site.At("/secret-token"), Cancellation);

        Assert.NotEmpty(logs.Written);
        Assert.DoesNotContain(logs.Written, l => l.Contains("secret-token", StringComparison.Ordinal));
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            Written.Add($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
