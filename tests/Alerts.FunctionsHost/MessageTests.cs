using Alerts.FunctionsHost.Host;
using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Storage.Queues;

namespace Alerts.FunctionsHost;

/// <summary>Messages that are no messages, jobs that fail, and a host that stops.</summary>
public sealed class MessageTests(AzuriteFixture azurite)
{
    private static readonly string[] Unreadable =
    [
        "{}", "null", "[]", "not json", """{"change":null,"audience":"all"}""", """{"change":{"kind":0,"ownerId":"a","id":"b"},"audience":"all"}""",
        """{"change":{"kind":"case","ownerId":"a","id":"b"},"audience":"all","more":1}""",
    ];

    [Fact]
    public async Task A_message_that_nobody_can_read_is_given_up_at_once_as_it_is_and_the_log_says_why()
    {
        await using var world = await World.StartAsync(azurite);
        foreach (var text in Unreadable)
        {
            await world.Queue(JobQueues.Alerts).SendMessageAsync(text, TestContext.Current.CancellationToken);
        }

        await using var app = await FunctionsApp.StartAsync(world.Settings, TestContext.Current.CancellationToken);
        await World.UntilAsync(async () => await world.DepthAsync($"{JobQueues.Alerts}-poison") == Unreadable.Length, app.Describe);
        await World.UntilAsync(async () => await world.DepthAsync(JobQueues.Alerts) == 0, app.Describe);

        var poison = await world.Get<JobQueueReader>().TakeAsync($"{JobQueues.Alerts}-poison", 32, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal(Unreadable.Order(), poison.Select(p => p.Body).Order());
        Assert.Equal(Unreadable.Length, app.Invocations.Count(i => i.Function == "FanOut"));
        Assert.DoesNotContain(app.Invocations, i => i.Failure is not null);
        Assert.Contains(app.Worker.Stream.Logs, line => line.Message.Contains("$.change.kind", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_base64_is_given_up_too()
    {
        await using var world = await World.StartAsync(azurite);
        var plain = new Azure.Storage.Queues.QueueClient(world.Settings["AlertsStorage"], JobQueues.Deliveries);
        await plain.SendMessageAsync("{\"not\":\"base64\"}", TestContext.Current.CancellationToken);

        await using var app = await FunctionsApp.StartAsync(world.Settings, TestContext.Current.CancellationToken);

        await World.UntilAsync(async () => await world.DepthAsync($"{JobQueues.Deliveries}-poison") == 1, app.Describe);
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_five_times_by_the_listeners_own_rules_and_then_given_up()
    {
        await using var world = await World.StartAsync(azurite);
        var message = new AlertMessage(new ChangeKey(ChangeKind.Case, "a/key/that/no/table/takes", "1f0c"), "all").Write();
        await world.Queue(JobQueues.Alerts).SendMessageAsync(message, TestContext.Current.CancellationToken);

        await using var app = await FunctionsApp.StartAsync(
            World.With(world.Settings, ("StorageRetry__MaxRetries", "0")), TestContext.Current.CancellationToken, ("AzureFunctionsJobHost:extensions:queues:visibilityTimeout", "00:00:01"));
        await World.UntilAsync(async () => await world.DepthAsync($"{JobQueues.Alerts}-poison") == 1, app.Describe);

        Assert.Equal(5, app.Invocations.Count(i => i is { Function: "FanOut", Failure: not null }));
    }

    [Fact]
    public async Task A_host_that_stops_cancels_the_job_and_its_work_comes_back()
    {
        await using var world = await World.StartAsync(azurite);
        var (asked, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        await world.FollowAsync();
        world.Site.Answer("/mira", async context =>
        {
            asked.TrySetResult();
            await hold.Task.WaitAsync(context.RequestAborted);
        });
        await using var app = await FunctionsApp.StartAsync(world.Settings, TestContext.Current.CancellationToken);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(40), TestContext.Current.CancellationToken);

        await app.StopListeningAsync();

        Assert.Contains(app.Invocations, i => i is { Function: "Check", Failure: not null });
        Assert.Equal(1, await world.DepthAsync(JobQueues.Checks));
        hold.SetResult();
    }

    [Fact]
    public async Task Each_line_that_a_job_logs_names_its_invocation()
    {
        await using var world = await World.StartAsync(azurite);
        await using var app = await FunctionsApp.StartAsync(world.Settings, TestContext.Current.CancellationToken);
        await World.UntilAsync(() => Task.FromResult(app.Invocations.Any(i => i.Function == "Sweep")), app.Describe);

        var swept = app.Worker.Stream.Logs.Where(l => l.Category.StartsWith("Alerts.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(swept);
        Assert.All(swept, line => Assert.Contains(app.Invocations, i => i.Id == line.InvocationId));
    }
}
