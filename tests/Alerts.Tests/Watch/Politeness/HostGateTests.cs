using Alerts.Watch;
using Alerts.Watch.Politeness;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Tests.Watch.Politeness;

public class HostGateTests
{
    private static readonly Uri News = new("https://site.example/news");

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly HostGate gate;

    public HostGateTests() => gate = new HostGate(Options.Create(new FetchOptions { Spacing = TimeSpan.FromSeconds(2) }), time, new Random(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_host_is_asked_for_one_thing_at_a_time_and_another_does_not_wait()
    {
        var first = await EnterAsync(News);
        var second = EnterAsync(new Uri("http://SITE.example/other"));
        using var elsewhere = await EnterAsync(new Uri("https://other.example/"));

        Assert.False(second.IsCompleted);

        first.Dispose();
        time.Advance(TimeSpan.FromSeconds(3));
        (await second).Dispose();
    }

    [Fact]
    public async Task Between_two_requests_lies_a_pause()
    {
        (await EnterAsync(News)).Dispose();
        var second = EnterAsync(News);

        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(second.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(0.6));
        (await second).Dispose();
    }

    [Fact]
    public async Task A_longer_delay_that_the_site_wants_goes_before()
    {
        (await gate.EnterAsync(News, TimeSpan.FromSeconds(10), Cancellation)).Dispose();
        var second = EnterAsync(News);

        time.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(second.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(2.6));
        (await second).Dispose();
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_for_long_is_not_waited_for_and_not_asked()
    {
        using (var first = await EnterAsync(News))
        {
            first.RetryAfter = TimeSpan.FromMinutes(10);
        }

        using var second = await EnterAsync(News);
        Assert.Equal(TimeSpan.FromMinutes(10), second.Closed);

        time.Advance(TimeSpan.FromMinutes(10));
        using var third = await EnterAsync(News);
        Assert.Null(third.Closed);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_turn_to_the_next()
    {
        var first = await EnterAsync(News);
        using var impatient = new CancellationTokenSource();
        var second = gate.EnterAsync(News, null, impatient.Token);
        var third = EnterAsync(News);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        first.Dispose();
        time.Advance(TimeSpan.FromSeconds(3));
        (await third).Dispose();
    }

    [Fact]
    public async Task Hosts_without_number_are_forgotten_when_they_are_free()
    {
        for (var i = 0; i < 10_000; i++)
        {
            (await EnterAsync(new Uri($"https://host{i}.example/"))).Dispose();
            time.Advance(TimeSpan.FromSeconds(3));
        }

        using var again = await EnterAsync(new Uri("https://host1.example/"));
        Assert.Null(again.Closed);
    }

    private Task<HostTurn> EnterAsync(Uri url) => gate.EnterAsync(url, crawlDelay: null, Cancellation);
}
