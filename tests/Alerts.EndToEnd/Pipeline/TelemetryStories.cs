using Alerts.Cli.Local;
using Alerts.Import;
using Alerts.Ingestion;
using Alerts.Jobs;
using Alerts.Telemetry;
using Azure.Storage.Queues;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>Spans and meters are seen by every exporter of the process: stories that export run alone.</summary>
[CollectionDefinition(nameof(Exporting), DisableParallelization = true)]
public sealed class Exporting;

/// <summary>What Application Insights is sent while all goes well and while nothing does.</summary>
[Collection(nameof(Exporting))]
public class TelemetryStories(AzuriteFixture azurite)
{
    private const string SendGridKey = "SG.a-key-of-the-story";

    /// <summary>Each metric of the program that a day brings, and its dimensions.</summary>
    private static readonly (string Name, string[] Dimensions)[] Metrics =
    [
        ("alerts.checks", ["outcome"]),
        ("alerts.source_turns", ["turn"]),
        ("alerts.source_lag", ["stat"]),
        ("alerts.sources", ["state"]),
        ("alerts.events", ["type", "decision"]),
        ("alerts.changes", ["type"]),
        ("alerts.deliveries", ["channel", "outcome"]),
        ("alerts.deliveries.given_up", ["channel", "outcome"]),
        ("alerts.delivery_latency", ["channel"]),
        ("alerts.oldest_undelivered", []),
        ("alerts.queue_depth", ["queue"]),
        ("alerts.provider_answers", ["provider", "status"]),
        ("alerts.poisoned", ["queue"]),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_day_is_told_in_full_and_names_nobody()
    {
        await using var server = await IngestionServer.StartAsync();
        await using var world = await BadDayAsync(server);
        var items = server.Items;

        Assert.Empty(Metrics.SelectMany(m => Missing(items, m.Name, m.Dimensions)));
        Assert.Superset(
            new HashSet<string> { "Swept", "Checked", "Failed", "TurnedFailing", "Healed", "FannedOut", "Delivered", "Deferred", "Unreadable" },
            items.Where(i => i.Table == "traces" || i.Table == "exceptions").Select(i => i.Dimensions.GetValueOrDefault("EventName", "")).ToHashSet());
        Assert.Superset(
            new HashSet<string> { "sendgrid 202", "webhook 410", "webhook 503", "slack 200" },
            items.Where(i => i.Name == "alerts.provider_answers").Select(i => $"{i.Dimensions["provider"]} {i.Dimensions["status"]}").ToHashSet());
        Assert.Contains(items, i => i is { Name: "alerts.queue_depth", Value: 1 } && i.Dimensions["queue"] == "checks-poison");
        Assert.DoesNotContain(Secrets(world), secret => server.Everything.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task One_trace_runs_from_check_to_delivery_and_what_fails_is_a_failure_in_it()
    {
        await using var server = await IngestionServer.StartAsync();
        await using var world = await BadDayAsync(server);
        var spans = server.Items.Where(i => i.Table == "requests").ToList();

        var delivered = spans.Where(s => s.Name == "deliver").ToList();
        var trace = spans.Where(s => s.Operation == Assert.Single(delivered.Select(d => d.Operation).Distinct())).ToList();
        Assert.Equal("the-page", Assert.Single(trace, s => s.Name == "check").Dimensions["alerts.source"]);
        Assert.All(trace.Where(s => s.Name != "check"), s => Assert.Equal(world.Get<TelemetryIds>().Of("mira-solen"), s.Dimensions["alerts.case"]));
        Assert.Contains(delivered, s => s.Success == false);
        Assert.Contains(delivered, s => s.Success == true);
        Assert.All(spans.Where(s => s.Name == "check"), s => Assert.Equal(s.Dimensions["alerts.outcome"] != "not-found", s.Success));
    }

    [Fact]
    public async Task Every_query_of_a_rule_or_a_tile_finds_what_it_asks_for()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "queries");
        Assert.SkipUnless(Directory.Exists(folder), "There are no queries in infra/queries.");
        await using var server = await IngestionServer.StartAsync();
        await using var world = await BadDayAsync(server);

        var items = server.Items;
        Assert.Empty(Directory.GetFiles(folder, "*.kql").Order().SelectMany(
            file => QueryNames.Of(File.ReadAllText(file)).MissingFrom(items).Select(missing => $"{Path.GetFileName(file)}: {missing}")));
    }

    [Fact]
    public async Task An_operator_finds_a_case_by_what_telemetry_calls_it()
    {
        await using var world = await World.StartAsync(azurite);
        await world.FollowPageAsync();
        var called = world.Get<TelemetryIds>().Of("mira-solen");

        var shown = await world.CommandAsync("cases", "show", called);

        Assert.Matches("^[0-9a-f]{12}$", called);
        Assert.Contains("Mira Solen", shown.Output, StringComparison.Ordinal);
        Assert.Contains(called, (await world.CommandAsync("cases", "show", "mira-solen")).Output, StringComparison.Ordinal);
    }

    /// <summary>She is arrested. One receiver has gone, one is busy at first, one page is missing for an hour, and a message is no JSON.</summary>
    private async Task<World> BadDayAsync(IngestionServer server)
    {
        var busy = true;
        await using var mails = await LoopbackSite.StartAsync();
        mails.Answer("/v3/mail/send", 202);
        var world = await World.StartAsync(azurite, new Dictionary<string, string?>
        {
            [TelemetrySettings.AzureMonitorSetting] = server.ConnectionString,
            ["Email:ApiKey"] = SendGridKey,
            ["Email:From"] = "Alerts <alerts@alerts.example>",
            ["Email:BaseAddress"] = mails.Address.AbsoluteUri,
        });
        await world.Host.StartAsync(Cancellation);
        world.Receiver.Answer("/hook", context =>
        {
            (context.Response.StatusCode, busy) = (busy ? 503 : 204, false);
            return Task.CompletedTask;
        });
        world.Receiver.Answer("/gone", 410);
        world.Receiver.Answer("/slack", 200, body: "ok");
        world.Site.Page("/mira", "News", "2026-03-01", "<p>On 28 February 2026 the police arrested Mira Solen.</p>");
        await world.FollowAsync(Sources(world));
        await world.Get<Importer>().RunAsync(ImportReader.Read(MoreWhoFollow(world), "more.yaml").File!, Cancellation);
        await world.Get<QueueServiceClient>().GetQueueClient(JobQueues.Checks).SendMessageAsync("no JSON of mira-solen", Cancellation);
        await world.RunAsync();
        await world.RunAfterAsync(TimeSpan.FromHours(12));
        world.Site.Page("/news/mira-solen", "News", "2026-03-01", "<p>There is nothing new to tell today of anybody at all.</p>");
        await world.RunAfterAsync(TimeSpan.FromDays(2));
        Assert.True(world.Get<TracerProvider>().ForceFlush() && world.Get<MeterProvider>().ForceFlush() && world.Get<LoggerProvider>().ForceFlush());
        return world;
    }

    private static string Sources(World world) => $"""
        sources:
          - id: the-page
            kind: page
            url: "{world.Site.At("/mira")}"
          - id: missing-page
            kind: page
            url: "{world.Site.At("/news/mira-solen")}"
        """;

    private static string MoreWhoFollow(World world) => $"""
        subscriptions:
          - webhook: "{world.Receiver.At("/gone")}"
            kind: generic
            secret: "{world.Secret.Text}"
            topics: [case:mira-solen]
          - webhook: "{world.Receiver.At("/slack")}"
            kind: slack
            topics: [case:mira-solen]
        """;

    private static IEnumerable<string> Missing(IReadOnlyList<IngestedItem> items, string name, string[] dimensions)
    {
        var found = items.Where(i => i.Table == "customMetrics" && i.Name == name).ToList();
        return found.Count == 0 ? [name] : dimensions.Where(d => !found.All(i => i.Dimensions.ContainsKey(d))).Select(d => $"{name} by {d}");
    }

    private static IEnumerable<string> Secrets(World world) =>
    [
        "mira-solen", "Mira Solen", "pavel-orlik", "reader@family.example", "family.example", SendGridKey, world.Secret.Text,
        world.Receiver.Address.Authority, "/hook", "/slack", "/news/", Path.GetDirectoryName(world.Outbox)!,
        world.Host.Configuration["AlertsStorage"]!.Split("AccountKey=")[1].Split(';')[0], world.Host.Configuration["Protection:Key"]!,
    ];
}
