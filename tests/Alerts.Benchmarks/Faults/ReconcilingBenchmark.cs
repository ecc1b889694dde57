using System.Diagnostics;
using System.Globalization;
using Alerts.Benchmarks.Polling;
using Alerts.Cases;
using Alerts.Cli.Azurite;
using Alerts.Faults;
using Alerts.Reconcile;
using Alerts.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Benchmarks.Faults;

/// <summary>What reconciling costs, and whether many workers on few cases come to what one worker comes to.</summary>
internal static class ReconcilingBenchmark
{
    public const string Verb = "reconciling";

    private const int ArticleCount = 2000;
    private const int CaseCount = 50;
    private const int Workers = 16;
    private const int Rounds = 9;

    /// <summary>A transaction holds a hundred rows: the events, and the news of each.</summary>
    private const int SavedAtOnce = 45;

    private static readonly int[] Sizes = [10, 1000, 2000];

    public static async Task RunAsync(Table table)
    {
        await using var azurite = await AzuriteServer.StartAsync(dataFolder: null, progress: null, CancellationToken.None, accounts: 2 + Sizes.Length);
        await CrowdAsync(table, azurite.ConnectionStrings[0]);
        table.Break();
        table.Head("events of the case", "Apply: ms", "EnterAsync over Azurite: ms", "storage calls");
        foreach (var (i, size) in Sizes.Index())
        {
            await SizeAsync(table, azurite.ConnectionStrings[1 + i], size);
        }

        table.Break();
        await CallsAsync(table, azurite.ConnectionStrings[1 + Sizes.Length]);
    }

    private static async Task CrowdAsync(Table table, string account)
    {
        var calls = new StorageCalls();
        var cases = Crowd.Cases(CaseCount);
        await using var services = await ServicesAsync(account, calls, cases);
        var articles = Crowd.Articles(ArticleCount, cases);
        calls.Reset();
        var begun = Stopwatch.GetTimestamp();
        var (news, turnedAway) = await Crowd.EnterAsync(services.GetRequiredService<CaseBook>(), articles, Workers);
        var took = Stopwatch.GetElapsedTime(begun);
        var total = calls.Total;

        var alone = Crowd.EnterInOrder(services.GetRequiredService<Reconciler>(), cases, articles, TimeProvider.System.GetUtcNow());
        var (differ, lost) = (0, 0);
        foreach (var watched in cases)
        {
            var together = (await services.GetRequiredService<ICaseStore>().FindAsync(watched.Id, default))!;
            differ += Crowd.Told(together) == Crowd.Told(alone[watched.Id]) ? 0 : 1;
            lost += alone[watched.Id].Events.Count - together.Events.Count;
        }

        var told = news.OfType<CaseChange>().Select(c => (c.CaseId, c.Event.Type, c.Event.Date)).ToList();
        table.Head($"{Workers} workers, {ArticleCount:N0} articles, {CaseCount} cases", "");
        table.Row("articles turned away by a busy case", $"{turnedAway}");
        table.Row("events, all told", $"{alone.Values.Sum(f => f.Events.Count)}");
        table.Row("events lost", $"{lost}");
        table.Row("cases whose state or events differ from one worker's", $"{differ}");
        table.Row("changes (one worker's)", $"{told.Count} ({alone.Values.Sum(f => f.Events.Count(e => e.Told is not null))})");
        table.Row("double changes", $"{told.Count - told.Distinct().Count()}");
        table.Row("articles a second", $"{ArticleCount / took.TotalSeconds:N0}");
        table.Row("table calls an article, repeats after conflicts included", $"{total / (double)ArticleCount:N2}");
    }

    private static async Task SizeAsync(Table table, string account, int size)
    {
        var calls = new StorageCalls();
        var cases = Crowd.Cases(1);
        await using var services = await ServicesAsync(account, calls, cases);
        var (book, store, reconciler) = (services.GetRequiredService<CaseBook>(), services.GetRequiredService<ICaseStore>(), services.GetRequiredService<Reconciler>());
        foreach (var batch in Enumerable.Range(0, size).Select(n => Crowd.Sighting(cases[0].Id, n, n, 0)).Chunk(SavedAtOnce))
        {
            await book.EnterAsync(cases[0].Id, batch, default);
        }

        var file = (await store.FindAsync(cases[0].Id, default))!;
        var (pure, entered) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            reconciler.Apply(file, [Crowd.Sighting(cases[0].Id, size, size, 0)], TimeProvider.System.GetUtcNow());
            pure.Add(Stopwatch.GetElapsedTime(begun));
        }

        for (var round = 0; round < Rounds; round++)
        {
            calls.Reset();
            var begun = Stopwatch.GetTimestamp();
            await book.EnterAsync(cases[0].Id, [Crowd.Sighting(cases[0].Id, size + round, size + round, 0)], default);
            entered.Add(Stopwatch.GetElapsedTime(begun));
        }

        table.Row($"{file.Events.Count:N0}", Milliseconds(pure), Milliseconds(entered), $"{calls}");
    }

    /// <summary>From the sweep to the last delivery, for one article that changes one case.</summary>
    private static async Task CallsAsync(Table table, string account)
    {
        var requests = await FaultRun.RequestsAsync(account);
        table.Head("storage calls of one changed article, five recipients", "calls", "of them polls of an empty queue");
        foreach (var stage in requests.GroupBy(r => r.Stage))
        {
            table.Row(stage.Key, $"{stage.Count(r => !r.IsIdlePoll)}", $"{stage.Count(r => r.IsIdlePoll)}");
        }

        table.Break();
        foreach (var stage in requests.Where(r => !r.IsIdlePoll).GroupBy(r => (r.Stage, r.Request.ToString())))
        {
            table.Row(stage.Key.Stage, stage.Key.Item2, stage.Count().ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task<ServiceProvider> ServicesAsync(string account, StorageCalls calls, IEnumerable<Case> cases)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AlertsStorage"] = account,
            ["Protection:Key"] = Convert.ToBase64String(new byte[32]),
        }).Build();
        var collection = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddAlerts(settings).AddStorage(settings);
        calls.CountIn(collection);
        var services = collection.BuildServiceProvider();
        await services.GetRequiredService<StorageSetup>().EnsureAsync(default);
        foreach (var watched in cases)
        {
            await services.GetRequiredService<ICaseStore>().PutAsync(watched, default);
        }

        return services;
    }

    private static string Milliseconds(IEnumerable<TimeSpan> times) => times.Order().ElementAt(Rounds / 2).TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture);
}
