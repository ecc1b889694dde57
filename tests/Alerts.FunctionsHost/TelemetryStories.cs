using Alerts.Ingestion;
using Alerts.Jobs;
using Alerts.Watch;

namespace Alerts.FunctionsHost;

/// <summary>What the real worker sends to Application Insights, and whether the rules and the workbook would find what they ask for.</summary>
public sealed class TelemetryStories(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bad_day_is_told_in_full_and_names_nobody_and_every_rule_and_tile_finds_what_it_asks_for()
    {
        await using var server = await IngestionServer.StartAsync();
        await using var world = await World.StartAsync(azurite);
        await BadDayAsync(world, server);

        var items = server.Items;
        Assert.Empty(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "queries"), "*.kql").Order().SelectMany(
            file => QueryNames.Of(File.ReadAllText(file)).MissingFrom(items).Select(missing => $"{Path.GetFileName(file)}: {missing}")));
        Assert.DoesNotContain(Secrets(world), secret => server.Everything.Contains(secret, StringComparison.OrdinalIgnoreCase));

        var spans = items.Where(i => i.Table == "requests").ToList();
        var delivered = spans.Where(s => s.Name == "deliver").ToList();
        Assert.Contains(delivered, s => s.Success == false);
        Assert.Contains(delivered, s => s.Success == true);
        var trace = Assert.Single(delivered.Select(d => d.Operation).Distinct());
        Assert.Contains(spans, s => s.Name == "check" && s.Operation == trace && s.Dimensions["alerts.source"] == "the-page");
        Assert.Contains(spans, s => s.Name == "check" && s.Success == false && s.Dimensions["alerts.source"] == "missing-page");
    }

    /// <summary>She is arrested. One receiver has gone, one page is missing until somebody mends it, and a message is no JSON.</summary>
    private static async Task BadDayAsync(World world, IngestionServer server)
    {
        world.Receiver.Answer("/gone", 410);
        await world.FollowAsync(
            $"""
              - id: missing-page
                kind: page
                url: "{world.Site.At("/news/mira-solen")}"
            """,
            $"""
              - webhook: "{world.Receiver.At("/gone")}"
                kind: slack
                topics: [case:mira-solen]
            """);
        await SaveAsync(world, state => state with { Failures = SourceHealth.FailuresToFailing - 1 });
        await world.Queue(JobQueues.Checks).SendMessageAsync("no JSON of mira-solen", Cancellation);
        await using var app = await FunctionsApp.StartAsync(
            World.With(world.Settings, ("APPLICATIONINSIGHTS_CONNECTION_STRING", server.ConnectionString)), Cancellation);
        await World.UntilAsync(
            async () => world.At("/gone").Count == 1 && world.At(World.Hook).Count == 1 && world.At(World.MailService).Count == 1 && await StateAsync(world) is { FailingSince: not null },
            app.Describe);

        world.Site.Page("/news/mira-solen", "News", "2026-03-01", "<p>There is nothing new to tell today of anybody at all.</p>");
        await SaveAsync(world, state => state with { NextDue = TimeProvider.System.GetUtcNow() });
        await World.UntilAsync(async () => await StateAsync(world) is { FailingSince: null }, app.Describe);
        var sweeps = app.Invocations.Count(i => i.Function == "Sweep");
        await World.UntilAsync(() => Task.FromResult(app.Invocations.Count(i => i.Function == "Sweep") > sweeps + 1), app.Describe);
    }

    private static async Task SaveAsync(World world, Func<SourceState, SourceState> revise)
    {
        var missing = (await world.Get<ISourceStore>().FindAsync("missing-page", Cancellation))!;
        await world.Get<ISourceStore>().SaveAsync([missing with { State = revise(missing.State) }], Cancellation);
    }

    private static async Task<SourceState?> StateAsync(World world) => (await world.Get<ISourceStore>().FindAsync("missing-page", Cancellation))?.State;

    private static IEnumerable<string> Secrets(World world) =>
    [
        "mira-solen", "Mira Solen", "reader@family.example", "family.example", world.Settings["Email__ApiKey"]!, world.Receiver.Address.Authority,
        "/hook", "/gone", "/news/", world.Settings["AlertsStorage"]!.Split("AccountKey=")[1].Split(';')[0], world.Settings["Protection__Key"]!,
    ];
}
