using System.Diagnostics.Metrics;
using Alerts.Cases;
using Alerts.Jobs;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;
using Alerts.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.EndToEnd.Storage;

public class RemindCostTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_asks_once_for_a_thousand_cases_once_for_each_reminder_told_before_and_six_times_for_a_new_one()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var cases = storage.Get<ICaseStore>();
        for (var n = 0; n < 20; n++)
        {
            await cases.PutAsync(Sample.Person with { Id = $"case-{n}" }, Cancellation);
        }

        Assert.Equal((new RemindReport(20, 0, 0), 1), await RunAsync(storage));

        await cases.PutAsync(new Case { Id = "a-law", Kind = CaseKind.Law, Name = "A law", Country = "KZ", Due = PartialDate.Parse("2026-03-20") }, Cancellation);
        Assert.Equal((new RemindReport(21, 1, 1), 1 + 6), await RunAsync(storage));
        Assert.Equal((new RemindReport(21, 1, 0), 1 + 1), await RunAsync(storage));
    }

    private static async Task<(RemindReport Report, int Calls)> RunAsync(TestStorage storage)
    {
        var (cases, pending) = (storage.Get<ICaseStore>(), storage.Get<IPendingStore>());
        var metrics = new AlertsMetrics(storage.Get<IMeterFactory>());
        var calendar = new CaseCalendar(Options.Create(new RemindOptions()), new FakeTimeProvider(Sample.Noon));
        var remind = new Remind(cases, pending, new Announcer(storage.Get<IJobQueue>(), pending, metrics), calendar, metrics, NullLogger<Remind>.Instance);
        var report = default(RemindReport);
        var calls = await storage.CountAsync(async () => report = await remind.RunAsync(Cancellation));
        return (report, calls);
    }
}
