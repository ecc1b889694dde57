using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Alerts.Cli.Azurite;
using Alerts.Faults;

namespace Alerts.Benchmarks.Faults;

/// <summary>The program is killed at every request of a story and started again; then its storage fails in every way at every stage. What gets lost?</summary>
internal static class FaultsBenchmark
{
    public const string Verb = "faults";

    private const int Accounts = 2000;
    private const int AtOnce = 2;

    private static int taken;

    /// <param name="table">Where the results go.</param>
    /// <param name="every">Every how many points are tried; 1 for all.</param>
    public static async Task RunAsync(Table table, int every)
    {
        await using var azurite = await AzuriteServer.StartAsync(dataFolder: null, progress: null, CancellationToken.None, Accounts);
        string NewAccount() => azurite.ConnectionStrings[Interlocked.Increment(ref taken)];
        await FailAsync(table, NewAccount, every);
        await KillAsync(table, NewAccount, every);
    }

    /// <summary>Every kind of failure, in a row from each request of the story on, so that the client's own patience ends; then now and then, and for hours.</summary>
    private static async Task FailAsync(Table table, Func<string> newAccount, int every)
    {
        const int InARow = 8;
        var requests = await FaultRun.RequestsAsync(newAccount());
        var rows = Enumerable.Range(0, requests.Count).Where(n => n % every == 0).Select(n =>
        {
            var fault = Fault.Passing[n / every % Fault.Passing.Count];
            return new Trouble($"{Named(fault)}: {InARow} in a row", r => r.Number > n && r.Number <= n + (fault.IsSlow ? 2 : InARow) ? fault : null);
        });
        var oftens = Fault.Passing.Select(fault => new Trouble($"{Named(fault)}: now and then", r => Fault.Strikes(r.Number, fault.IsSlow ? 25 : 3) ? fault : null));
        var outages = new[] { "Table", "Queue", "Blob" }.Select(service =>
            new Trouble("503, two hours long", r => r.Service == service ? Fault.Status(503, "ServerBusy", applied: false) : null, TimeSpan.FromHours(2)));
        var storms = new[] { 1, 3, 10, 19, 20, 21, 45, 100 }.Select(count =>
        {
            var left = count;
            return new Trouble("412 storm", r => r is { IsTransaction: true, Service: "Table" } && Interlocked.Decrement(ref left) >= 0 ? Fault.Conflict : null);
        });
        var results = new ConcurrentBag<(string Name, FaultResult Result)>();
        await ForEachAsync("failed", [.. rows, .. oftens, .. outages, .. storms], async trouble =>
        {
            var result = await FaultRun.RunAsync(newAccount(), trouble.Plan, trouble.Lasting);
            results.Add((trouble.Name, result));
            return result.Verdict.IsGood && result.Betrayed.Count == 0 ? null : $"{trouble.Name}: {result.Verdict} {result.Betrayed.Count} secrets logged";
        });

        table.Head("storage", "stories", "requests failed", "alerts lost", "alerts repeated", "of them under another id", "double changes", "left behind", "secrets logged");
        foreach (var group in results.GroupBy(r => r.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var verdicts = group.Select(r => r.Result.Verdict).ToList();
            table.Row([group.Key, $"{verdicts.Count}", $"{group.Sum(r => r.Result.Struck)}", .. Sums(verdicts), $"{group.Sum(r => r.Result.Betrayed.Count)}"]);
        }

        table.Break();
    }

    private static string Named(Fault fault) => fault.Name + (fault.Applied ? ", though carried out" : "");

    private static async Task KillAsync(Table table, Func<string> newAccount, int every)
    {
        var first = new KillRun();
        var runs = new ConcurrentBag<KillRun> { first };
        var points = await first.PointsAsync(newAccount());
        var chosen = points.Where((_, i) => i % every == 0).ToList();
        var results = new ConcurrentBag<(KillPoint Point, KillResult Result)>();
        await ForEachAsync("killed", chosen, async point =>
        {
            var run = runs.TryTake(out var idle) ? idle : new KillRun();
            var result = await run.RunAsync(newAccount(), point);
            runs.Add(run);
            results.Add((point, result));
            return result.Verdict.IsGood ? null : $"{point} ({result.At}): {result.Verdict}";
        });

        await Task.WhenAll(runs.Select(run => run.DisposeAsync().AsTask()));
        table.Head("killed at", "points", "alerts lost", "alerts repeated", "of them under another id", "double changes", "left behind");
        foreach (var group in results.Where(r => r.Result.Died).GroupBy(r => (r.Point.Outside ? "outside" : "storage") + (r.Point.After ? ", answer lost" : ", not carried out")).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var verdicts = group.Select(r => r.Result.Verdict).ToList();
            table.Row([group.Key, $"{verdicts.Count}", .. Sums(verdicts)]);
        }

        table.Row("not reached", $"{results.Count(r => !r.Result.Died)}", "", "", "", "", "");
        table.Break();
    }

    private sealed record Trouble(string Name, Func<StorageRequest, Fault?> Plan, TimeSpan? Lasting = null);

    private static IEnumerable<string> Sums(IReadOnlyCollection<Verdict> verdicts) => new[]
    {
        verdicts.Sum(v => v.Lost), verdicts.Sum(v => v.Repeated), verdicts.Sum(v => v.Unstable), verdicts.Sum(v => v.Changes - 1), verdicts.Sum(v => v.Left),
    }.Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static async Task ForEachAsync<T>(string what, List<T> all, Func<T, Task<string?>> run)
    {
        var (done, begun) = (0, Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) =>
        {
            var problem = await run(one);
            if (problem is not null)
            {
                await Console.Error.WriteLineAsync(problem);
            }

            if (Interlocked.Increment(ref done) is var n && n % 20 == 0)
            {
                await Console.Error.WriteLineAsync($"{what}: {n} of {all.Count} after {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s");
            }
        });
    }
}
