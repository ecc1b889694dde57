using System.Diagnostics.Metrics;
using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;
using Alerts.Telemetry;
using Alerts.Watch;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.EndToEnd.Storage;

/// <summary>There is a sweep every minute, so what an idle one asks of the storage is what the program costs when nothing happens.</summary>
public class SweepCostTests(AzuriteFixture azurite)
{
    private static readonly OpenChange Mark = new(new ChangeKey(ChangeKind.Source, "the-page", "change-1"), Sample.Noon.AddMinutes(-30), Sample.Noon);

    private readonly FakeTimeProvider time = new(Sample.Noon);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_idle_sweep_asks_the_tables_three_times_and_the_queues_eight_times_however_many_sources_wait_for_their_time()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        Assert.Equal((3, 8), await CostAsync(storage));

        for (var n = 0; n < 40; n++)
        {
            await PutAsync(storage, n, Sample.Noon.AddHours(1), failing: n < 3);
        }

        Assert.Equal((3, 8), await CostAsync(storage));
    }

    [Fact]
    public async Task Each_change_that_is_settled_costs_a_question_until_its_mark_may_go()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        await storage.Get<IOpenChangeStore>().MarkAsync(Mark, Cancellation);

        Assert.Equal(3 + 1, (await CostAsync(storage)).Tables);
        time.Advance(Sweep.Lease);
        Assert.Equal(3 + 2, (await CostAsync(storage)).Tables);
        Assert.Equal(3, (await CostAsync(storage)).Tables);
    }

    [Fact]
    public async Task The_gauges_tell_how_sources_and_deliveries_stand()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        for (var n = 0; n < 20; n++)
        {
            await PutAsync(storage, n, Sample.Noon.AddMinutes(n == 0 ? -7 : 1), failing: n is 3 or 4);
        }

        await storage.Get<IPageChangeStore>().AddAsync(Change(), Cancellation);
        await storage.Get<IOpenChangeStore>().MarkAsync(Mark, Cancellation);
        await storage.Get<IDeliveryStore>().AddMissingAsync([new Delivery { Change = Mark.Change, RecipientId = "email-1", Channel = ChannelKind.Email }], Cancellation);
        var (lag, sources, oldest) = (Collect<double>(storage, "alerts.source_lag"), Collect<long>(storage, "alerts.sources"), Collect<double>(storage, "alerts.oldest_undelivered"));
        await CostAsync(storage);

        Assert.Equal(["p95 0", "worst 420"], lag.GetMeasurementSnapshot().Select(m => $"{m.Tags["stat"]} {m.Value}").Order());
        Assert.Equal(["failing 2", "healthy 18"], sources.GetMeasurementSnapshot().Select(m => $"{m.Tags["state"]} {m.Value}").Order());
        Assert.Equal(TimeSpan.FromMinutes(30).TotalSeconds, oldest.LastMeasurement!.Value);
    }

    private async Task<(int Tables, int Queues)> CostAsync(TestStorage storage)
    {
        var sweep = NewSweep(storage);
        var tables = 0;
        var queues = await storage.CountQueuesAsync(async () => tables = await storage.CountAsync(() => sweep.RunAsync(Cancellation)));
        return (tables, queues);
    }

    private Sweep NewSweep(TestStorage storage)
    {
        var metrics = new AlertsMetrics(storage.Get<IMeterFactory>());
        var (cases, pending, queue) = (storage.Get<ICaseStore>(), storage.Get<IPendingStore>(), storage.Get<IJobQueue>());
        var alerts = new StoredAlerts(cases, storage.Get<IPageChangeStore>(), new CaseCalendar(Options.Create(new RemindOptions()), time));
        var open = new OpenDeliveries(storage.Get<IOpenChangeStore>(), storage.Get<IDeliveryStore>(), alerts, storage.Get<IJobQueue>(), time);
        return new Sweep(
            storage.Get<ISourceStore>(),
            cases,
            pending,
            queue,
            new Revival(storage.Get<IGivenUpJobs>(), queue),
            new Announcer(queue, pending, metrics),
            new Vitals(storage.Get<IQueueDepths>(), open, metrics),
            time,
            NullLogger<Sweep>.Instance);
    }

    private static async Task PutAsync(TestStorage storage, int number, DateTimeOffset nextDue, bool failing)
    {
        var source = new Source { Id = $"page-{number}", Kind = SourceKind.Page, Name = "A page", Url = new Uri($"https://site-{number}.example/") };
        await storage.Get<ISourceStore>().PutAsync(source, Cancellation);
        var state = new SourceState { SourceId = source.Id, NextDue = nextDue, FailingSince = failing ? Sample.Noon : null };
        await storage.Get<ISourceStore>().SaveAsync([new WatchedSource(source, state)], Cancellation);
    }

    private static PageChange Change() => new()
    {
        Id = Mark.Change.Id, SourceId = Mark.Change.OwnerId, SourceName = "A page", Url = new Uri("https://site.example/"), Title = "", At = Mark.SeenAt, Sentences = [],
    };

    private static MetricCollector<T> Collect<T>(TestStorage storage, string instrument) where T : struct =>
        new(storage.Get<IMeterFactory>(), AlertsTelemetry.Name, instrument);
}
