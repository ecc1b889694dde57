using System.Collections.Concurrent;
using System.Diagnostics;
using Alerts.Jobs;
using Alerts.Telemetry;
using Azure.Storage.Queues;

namespace Alerts.EndToEnd.Pipeline;

public class OperatorStories(AzuriteFixture azurite)
{
    [Fact]
    public async Task One_trace_runs_from_the_check_of_a_source_through_to_the_delivery()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == AlertsTelemetry.Name,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowAsync($"""
            sources:
              - id: traced-page
                kind: page
                url: "{world.Site.At("/mira")}"
            """);
        await world.RunAsync();

        var check = Assert.Single(ended, a => a.OperationName == "check" && a.GetTagItem("alerts.source") as string == "traced-page");
        var names = ended.Where(a => a.TraceId == check.TraceId).Select(a => a.OperationName).ToHashSet();
        Assert.Superset(new HashSet<string> { "check", "fan-out", "deliver" }, names);
        Assert.DoesNotContain(ended.SelectMany(a => a.TagObjects), t => $"{t.Value}".Contains("family.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_nobody_can_read_goes_to_the_poison_queue_and_the_others_go_on()
    {
        await using var world = await World.StartAsync(azurite);
        await world.Get<QueueServiceClient>().GetQueueClient(JobQueues.Checks).SendMessageAsync("no JSON", TestContext.Current.CancellationToken);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();

        var poison = await world.Get<QueueServiceClient>().GetQueueClient($"{JobQueues.Checks}-poison").GetPropertiesAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, poison.Value.ApproximateMessagesCount);
        Assert.Single(world.Receiver.Requests);
    }

    [Fact]
    public async Task The_web_app_answers_with_the_state_that_the_jobs_wrote()
    {
        await using var world = await World.StartAsync(azurite);
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowPageAsync();
        await world.RunAsync();
        await world.Host.StartAsync(TestContext.Current.CancellationToken);

        using var client = new HttpClient { BaseAddress = world.Host.Url };
        var cases = await client.GetStringAsync(new Uri("api/v1/cases", UriKind.Relative), TestContext.Current.CancellationToken);
        var health = await client.GetAsync(new Uri("api/health", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("\"detained\"", cases);
        Assert.True(health.IsSuccessStatusCode);
    }
}
