using System.Text.Json;
using Alerts.Cases;
using Alerts.Cli.Demo;
using Alerts.Cli.Local;
using Alerts.EndToEnd.Cli;
using Alerts.EndToEnd.Storage;
using Alerts.Import;
using Alerts.Notify;
using Alerts.Notify.Webhook;
using Alerts.Reconcile;
using Alerts.Watch;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Alerts.EndToEnd.Pipeline;

/// <summary>The whole program over Azurite, a site it watches and a receiver it alerts, with a clock that the story moves.</summary>
internal sealed class World : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder;

    private World(TempFolder folder, LocalHost host, LoopbackSite site, LoopbackSite receiver, DemoClock time, LogLines logged) =>
        (this.folder, Host, Site, Receiver, Time, Logged) = (folder, host, site, receiver, time, logged);

    public LocalHost Host { get; }

    public LoopbackSite Site { get; }

    public LoopbackSite Receiver { get; }

    public DemoClock Time { get; }

    public LogLines Logged { get; }

    public WebhookSecret Secret { get; } = WebhookSecret.Generate();

    public string Outbox => Path.Combine(folder.Path, "outbox");

    public IReadOnlyList<string> Mails => Directory.Exists(Outbox) ? Directory.GetFiles(Outbox, "*.eml") : [];

    public static async Task<World> StartAsync(AzuriteFixture azurite, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var (folder, time, logged) = (new TempFolder(), new DemoClock { Now = Start }, new LogLines());
        var (site, receiver) = (await LoopbackSite.StartAsync(), await LoopbackSite.StartAsync());
        receiver.Answer("/hook", 204);
        var overrides = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["AlertsStorage"] = azurite.NewAccount(),
            ["Protection:Key"] = TestStorage.Key,
            ["Fetch:Spacing"] = "0",
            [$"{LocalConfiguration.AllowedHostsSetting}:0"] = site.Address.Authority,
            [$"{LocalConfiguration.AllowedHostsSetting}:1"] = receiver.Address.Authority,
        };
        folder.Write(LocalConfiguration.SettingsFile, JsonSerializer.Serialize(overrides));
        var host = await LocalHost.BuildAsync(
            new LocalHostSettings
            {
                DataFolder = folder.Path,
                Use = LocalUse.Steps,
                Logged = LogLevel.None,
                Overrides = overrides,
                Adjust = services => services.AddSingleton<ILoggerProvider>(logged).Replace(ServiceDescriptor.Singleton<TimeProvider>(time)),
            },
            TestContext.Current.CancellationToken);
        return new World(folder, host, site, receiver, time, logged);
    }

    public T Get<T>() where T : notnull => Host.Services.GetRequiredService<T>();

    /// <summary>Imports the cases and subscriptions of the stories, and one source.</summary>
    public async Task FollowAsync(string sources)
    {
        var reading = ImportReader.Read(
            $"""
            cases:
              - id: mira-solen
                kind: person
                name: Mira Solen
                gender: female
                country: KZ
              - id: pavel-orlik
                kind: person
                name: Pavel Orlik
                gender: male
                country: KZ
            {sources}
            subscriptions:
              - email: reader@family.example
                topics: [case:mira-solen, country:KZ]
              - webhook: "{Receiver.At("/hook")}"
                kind: generic
                secret: "{Secret.Text}"
                topics: [country:KZ]
            """,
            "story.yaml");
        Assert.Empty(reading.Errors);
        await Get<Importer>().RunAsync(reading.File!, TestContext.Current.CancellationToken);
    }

    public Task FollowPageAsync(string path = "/mira") => FollowAsync($"""
        sources:
          - id: the-page
            kind: page
            url: "{Site.At(path)}"
        """);

    /// <summary>Lets the jobs run until nothing is left that is due.</summary>
    public Task<PendingReport> RunAsync() => Host.RunPendingAsync(TestContext.Current.CancellationToken);

    /// <summary>Lets so much time pass, then lets the jobs run.</summary>
    public Task<PendingReport> RunAfterAsync(TimeSpan time)
    {
        Time.Now += time;
        return RunAsync();
    }

    /// <summary>The command over the same storage and settings, as an operator runs it beside the jobs.</summary>
    public Task<Run> CommandAsync(params string[] args) => Run.Of([.. args, "--data", folder.Path]);

    public async Task<CaseFile> CaseAsync(string id) => (await Get<ICaseStore>().FindAsync(id, TestContext.Current.CancellationToken))!;

    public async Task<SourceState> SourceAsync(string id) => (await Get<ISourceStore>().FindAsync(id, TestContext.Current.CancellationToken))!.State;

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Site.DisposeAsync();
        await Receiver.DisposeAsync();
        folder.Dispose();
    }
}
