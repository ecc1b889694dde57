using System.Diagnostics;
using System.Security.Cryptography;
using Alerts.Cli.Local;
using Alerts.Http;
using Alerts.Jobs;
using Alerts.Storage.Queues;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.Benchmarks.Polling;

/// <summary>What watching costs: a thousand pages on three hundred hosts, fetched bare, fetched politely, and swept whole with every state saved in Azurite.</summary>
internal static class PollingBenchmark
{
    public const string Verb = "polling";

    private const int PageCount = 1000;
    private const int Rounds = 5;
    private const int AtOnce = 16;

    /// <summary>As a Functions host takes them by default.</summary>
    private const int MessagesAtOnce = 16;

    public static async Task RunAsync(Table table)
    {
        await using var server = await PageServer.StartAsync();
        var (pages, calls, time) = (server.Pages(PageCount), new StorageCalls(), new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
        var folder = Directory.CreateTempSubdirectory("alerts-polling");
        await using var host = await HostAsync(server, calls, time, folder.FullName);
        foreach (var (i, page) in pages.Index())
        {
            await host.Services.GetRequiredService<ISourceStore>().PutAsync(new Source { Id = $"page-{i}", Kind = SourceKind.Page, Url = page, Name = $"Page {i}", Every = TimeSpan.FromHours(1) }, default);
        }

        table.Head($"{PageCount:N0} pages of 60 KB on 300 hosts", "bare: pages/s", "fetched: pages/s", "of bare", "sweep: s", "pages/s", "CPU s", "storage calls a check", "peak MB");
        await SweepAsync(host, time, calls);
        foreach (var mode in Enum.GetValues<PageMode>())
        {
            await server.SetAsync(mode);
            await SweepAsync(host, time, calls);
            await MeasureAsync(table, mode, server, pages, host, time, calls);
        }

        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(Table table, PageMode mode, PageServer server, IReadOnlyList<Uri> pages, LocalHost host, FakeTimeProvider time, StorageCalls calls)
    {
        var (bare, fetched, sweeps) = (new List<double>(), new List<double>(), new List<(double Seconds, double Processor, double Calls)>());
        var validators = await ValidatorsAsync(host, pages);
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(await RateAsync(pages, page => BareAsync(host, page, validators[page])));
            fetched.Add(await RateAsync(pages, page => host.Services.GetRequiredService<Fetcher>().FetchAsync(page, validators[page], default)));
            if (mode == PageMode.OneInAHundredChanged)
            {
                await server.SetAsync(mode);
            }

            sweeps.Add(await SweepAsync(host, time, calls));
        }

        var (seconds, processor, perCheck) = sweeps.MinBy(s => s.Seconds);
        table.Row(
            mode.ToString(), $"{bare.Max():N0}", $"{fetched.Max():N0}", $"{Median(fetched.Zip(bare, (f, b) => f / b)):P0}",
            $"{seconds:N2}", $"{PageCount / seconds:N0}", $"{processor:N2}", $"{perCheck:N2}", $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0}");
    }

    /// <summary>Sweep, then every message it made.</summary>
    private static async Task<(double Seconds, double Processor, double CallsPerCheck)> SweepAsync(LocalHost host, FakeTimeProvider time, StorageCalls calls)
    {
        time.Advance(TimeSpan.FromHours(2));
        calls.Reset();
        var (begun, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await host.Services.GetRequiredService<Sweep>().RunAsync(default);
        var queue = host.Services.GetRequiredService<JobQueueReader>();
        while (await queue.TakeAsync(JobQueues.Checks, MessagesAtOnce, Sweep.Lease, default) is { Count: > 0 } taken)
        {
            await Task.WhenAll(taken.Select(async message =>
            {
                await LocalJobs.All[nameof(Check)](host.Services, message.Body, default);
                await queue.CompleteAsync(message, default);
            }));
        }

        return (Stopwatch.GetElapsedTime(begun).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, calls.Total / (double)PageCount);
    }

    /// <summary>The least that anybody could do: the same requests and a hash of what comes.</summary>
    private static async Task BareAsync(LocalHost host, Uri page, Validators validators)
    {
        using var client = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(OutsideHttp.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        if (validators.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        SHA256.HashData(await response.Content.ReadAsByteArrayAsync());
    }

    private static async Task<double> RateAsync(IReadOnlyList<Uri> pages, Func<Uri, Task> fetch)
    {
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (page, _) => await fetch(page));
        return pages.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    private static async Task<Dictionary<Uri, Validators>> ValidatorsAsync(LocalHost host, IReadOnlyList<Uri> pages)
    {
        var states = await host.Services.GetRequiredService<ISourceStore>().ListAsync(default).ToListAsync();
        return states.ToDictionary(s => s.Source.Url, s => s.State.Validators);
    }

    private static Task<LocalHost> HostAsync(PageServer server, StorageCalls calls, TimeProvider time, string folder)
    {
        var allowed = server.Authorities.Index().Select(a => KeyValuePair.Create($"OutsideHttp:AllowedHosts:{a.Index}", (string?)a.Item));
        return LocalHost.BuildAsync(
            new LocalHostSettings
            {
                DataFolder = folder,
                Use = LocalUse.Steps,
                Logged = LogLevel.None,
                Overrides = allowed.Append(new("Fetch:Spacing", "0")).ToDictionary(),
                Adjust = services =>
                {
                    services.Replace(ServiceDescriptor.Singleton(time));
                    calls.CountIn(services);
                },
            },
            default);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;
}
