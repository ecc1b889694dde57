using Alerts.Cases;
using Alerts.EndToEnd.Storage;
using Alerts.Faults;
using Alerts.Reconcile;
using Alerts.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.EndToEnd.Faults;

public class CrowdStories(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, 5)]
    [InlineData(60, 1)]
    public async Task Many_workers_on_few_cases_lose_no_event_tell_none_twice_and_come_to_the_state_of_one_worker(int count, int caseCount)
    {
        var settings = TestStorage.Settings(azurite.NewAccount());
        await using var services = new ServiceCollection().AddLogging().AddAlerts(settings).AddStorage(settings).BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().EnsureAsync(Cancellation);
        var (store, cases) = (services.GetRequiredService<ICaseStore>(), Crowd.Cases(caseCount));
        foreach (var watched in cases)
        {
            await store.PutAsync(watched, Cancellation);
        }

        var articles = Crowd.Articles(count, cases);
        var (news, turnedAway) = await Crowd.EnterAsync(services.GetRequiredService<CaseBook>(), articles, workers: 16);

        Assert.Equal(0, turnedAway);
        var alone = Crowd.EnterInOrder(services.GetRequiredService<Reconciler>(), cases, articles, TimeProvider.System.GetUtcNow());
        foreach (var watched in cases)
        {
            Assert.Equal(Crowd.Told(alone[watched.Id]), Crowd.Told((await store.FindAsync(watched.Id, Cancellation))!));
        }

        var told = news.OfType<CaseChange>().Select(c => (c.CaseId, c.Event.Type, c.Event.Date)).ToList();
        Assert.Equal(told.Distinct().Count(), told.Count);
        Assert.Equal(alone.Values.Sum(f => f.Events.Count(e => e.Told is not null)), told.Count);
    }
}
