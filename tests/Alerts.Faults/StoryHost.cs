using Alerts.Cli.Local;
using Alerts.Extract;
using Alerts.Jobs;
using Alerts.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Alerts.Faults;

/// <summary>What the program of a story is started with.</summary>
/// <param name="DataFolder">Where its key lies.</param>
/// <param name="Settings">Its settings.</param>
public sealed record StoryHostSettings(string DataFolder, IReadOnlyDictionary<string, string?> Settings);

/// <summary>The whole program as it stands in production, by a clock that the story moves.</summary>
public sealed class StoryHost : IAsyncDisposable
{
    /// <summary>The storage counts this in real time. Long enough for a job; if not, two run it, as can happen in production.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    /// <summary>Read once for all stories of a process.</summary>
    private static readonly Lazy<LanguagePacks> Packs = new(LanguagePacks.Load);

    private readonly StoryClock clock;

    private StoryHost(LocalHost host, StoryClock clock) => (Host, this.clock) = (host, clock);

    public LocalHost Host { get; }

    public static async Task<StoryHost> StartAsync(StoryHostSettings settings, ILoggerProvider? logged = null)
    {
        var clock = new StoryClock();
        var host = await LocalHost.BuildAsync(
            new LocalHostSettings
            {
                DataFolder = settings.DataFolder,
                Use = LocalUse.Steps,
                Logged = LogLevel.None,
                Overrides = settings.Settings,
                MessageLease = Lease,
                Adjust = services =>
                {
                    services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)).Replace(ServiceDescriptor.Singleton(_ => Packs.Value));

                    // The very queue, not one that keeps delayed messages in a process that may die.
                    services.AddSingleton<JobQueue>().Replace(ServiceDescriptor.Singleton<IJobQueue>(p => new BriefDelays(p.GetRequiredService<JobQueue>())));
                    if (logged is not null)
                    {
                        services.AddSingleton(logged);
                    }
                },
            },
            CancellationToken.None);
        return new StoryHost(host, clock);
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Runs the jobs until no message is to be seen.</summary>
    public Task RunAsync(DateTimeOffset now)
    {
        clock.Now = now;
        return Host.RunPendingAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private sealed class StoryClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Story.Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>A storage counts delays in real time, too: whoever is woken early waits again.</summary>
    private sealed class BriefDelays(JobQueue inner) : IJobQueue
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

        public Task EnqueueAsync<T>(string queue, T message, TimeSpan? delay, CancellationToken cancellation) where T : JobMessage =>
            inner.EnqueueAsync(queue, message, delay > Longest ? Longest : delay, cancellation);
    }
}
