using System.Net;
using Alerts.Configuration;
using Alerts.Jobs;
using Alerts.Storage;
using Alerts.Storage.Protection;
using Alerts.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Local;

/// <summary>What one <see cref="LocalHost.RunPendingAsync"/> did.</summary>
/// <param name="Messages">Messages handled, all queues together.</param>
/// <param name="NextDue">When the next delayed message is due (a delivery to be tried again); null when nothing waits.</param>
public readonly record struct PendingReport(int Messages, DateTimeOffset? NextDue);

/// <summary>
/// The program on one machine: storage, services, web app and jobs. <c>alerts serve</c> lets the jobs run by their triggers;
/// the demo and the tests run them step by step, without waiting for anything.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    private static readonly IReadOnlyList<JobTrigger> Timers = [.. JobTrigger.All.Where(t => t.ScheduleSetting is not null)];
    private static readonly IReadOnlyList<JobTrigger> Queues = [.. JobTrigger.All.Where(t => t.Queue is not null)];

    private readonly WebApplication app;
    private readonly LocalStorage storage;

    private LocalHost(WebApplication app, LocalStorage storage) => (this.app, this.storage) = (app, storage);

    public IServiceProvider Services => app.Services;

    public IConfiguration Configuration => app.Configuration;

    /// <summary>The storage, for people.</summary>
    public string StorageName => storage.Name;

    /// <summary>Where the web app is; known once it is started.</summary>
    public Uri Url => new(app.Urls.First());

    /// <summary>Opens the storage, creates what is missing in it, and puts the program together. Nothing runs yet.</summary>
    /// <exception cref="SettingsException">Settings are wrong.</exception>
    /// <exception cref="BadInputException">The protection key is missing or another's.</exception>
    /// <exception cref="FailedException">The storage cannot be had.</exception>
    public static async Task<LocalHost> BuildAsync(LocalHostSettings settings, CancellationToken cancellation)
    {
        var configuration = settings.Use == LocalUse.Steps
            ? LocalConfiguration.Alone(settings.DataFolder, settings.Overrides)
            : LocalConfiguration.Read(settings.DataFolder, settings.Overrides);
        var storage = await LocalStorage.OpenAsync(settings, configuration, cancellation);
        try
        {
            settings.Opened?.Invoke(storage.Name);
            var key = await LocalKey.FindAsync(settings, storage, cancellation);
            var host = new LocalHost(Compose(settings, storage.Settings, key), storage);
            if (settings.Use != LocalUse.Tool || StorageAccount.Of(storage.Settings) is null)
            {
                await host.Services.GetRequiredService<StorageSetup>().EnsureAsync(cancellation);
            }

            return host;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the web app.</summary>
    public Task StartAsync(CancellationToken cancellation) => app.StartAsync(cancellation);

    /// <summary>Lets the jobs run by their triggers until stopped; what runs then may finish within seconds, or comes back later.</summary>
    public Task RunTriggersAsync(CancellationToken stopping)
    {
        var pump = Services.GetRequiredService<QueuePump>();
        var release = Services.GetService<SteppedQueue>()?.RunAsync(stopping) ?? Task.CompletedTask;
        return Task.WhenAll([.. Timers.Select(t => RunTimerAsync(t, stopping)), .. Queues.Select(q => pump.RunAsync(q, stopping)), release]);
    }

    /// <summary>
    /// Runs each timer's job once and then every message, one at a time and in order, until nothing is left that is due by the program's clock.
    /// A failed message is tried again at once, so that this ends: each message is done or poisoned. For <see cref="LocalUse.Steps"/>.
    /// </summary>
    public async Task<PendingReport> RunPendingAsync(CancellationToken cancellation)
    {
        // A backup leads to no message, and nobody waits for it.
        foreach (var timer in Timers.Where(t => t.Job != nameof(Backup)))
        {
            await LocalJobs.All[timer.Job](Services, "", cancellation);
        }

        var (pump, stepped) = (Services.GetRequiredService<QueuePump>(), Services.GetRequiredService<SteppedQueue>());
        var (handled, before) = (0, -1);
        while (handled != before)
        {
            before = handled;
            await stepped.ReleaseAsync(cancellation);
            foreach (var queue in Queues)
            {
                handled += await DrainAsync(pump, queue, cancellation);
            }
        }

        return new PendingReport(handled, stepped.NextDue);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await storage.DisposeAsync();
    }

    private Task RunTimerAsync(JobTrigger timer, CancellationToken stopping) => Services.GetRequiredService<JobTimer>().RunAsync(
        timer.Job,
        JobSchedules.Of(timer.ScheduleSetting!, Configuration),
        running => LocalJobs.All[timer.Job](Services, "", running),
        stopping);

    private static async Task<int> DrainAsync(QueuePump pump, JobTrigger queue, CancellationToken cancellation)
    {
        var drained = 0;
        while (await pump.PumpAsync(queue, most: 1, retryAfter: TimeSpan.Zero, cancellation) is var handled and > 0)
        {
            drained += handled;
        }

        return drained;
    }

    private static WebApplication Compose(LocalHostSettings settings, IConfiguration configuration, string? key)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration).AddInMemoryCollection([new(ProtectionKey.Setting, key)]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, settings.Port));
        builder.Logging.ClearProviders().AddLocalConsole(settings.Logged);
        builder.Services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Services.Configure<QueuePumpOptions>(o => o.Lease = settings.MessageLease);
        builder.Services.AddLocalAlerts(builder.Configuration);
        if (settings.Use == LocalUse.Steps)
        {
            builder.Services.AddSteps();
        }

        settings.Adjust?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAlertsWeb();
        return app;
    }
}
