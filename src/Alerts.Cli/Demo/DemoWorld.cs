using System.Reflection;
using Alerts.Cli.Local;
using Alerts.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Demo;

/// <summary>All that the demo plays with: the program over Azurite, the site it watches, and the receiver it alerts.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private DemoWorld(DemoSite site, DemoReceiver receiver, LocalHost host, DemoClock clock) =>
        (Site, Receiver, Host, Clock) = (site, receiver, host, clock);

    public DemoSite Site { get; }

    public DemoReceiver Receiver { get; }

    public LocalHost Host { get; }

    public DemoClock Clock { get; }

    public string Outbox => Host.Configuration[LocalConfiguration.OutboxSetting]!;

    /// <param name="folder">Of the demo alone: what an earlier demo left in it is deleted.</param>
    /// <param name="progress">Told in a few words what takes a while.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<DemoWorld> StartAsync(string folder, IProgress<string> progress, CancellationToken cancellation)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var clock = new DemoClock { Now = DemoStep.All[0].Noon };
        var site = await DemoSite.StartAsync(cancellation);
        var receiver = await DemoReceiver.StartAsync(clock, cancellation);
        var host = await LocalHost.BuildAsync(
            new LocalHostSettings
            {
                DataFolder = folder,
                Use = LocalUse.Steps,
                Logged = LogLevel.Warning,
                Overrides = new Dictionary<string, string?>
                {
                    [LocalConfiguration.OutboxSetting] = Path.Combine(folder, "outbox"),

                    // Its own site needs no pause between two requests.
                    ["Fetch:Spacing"] = "0",
                    [$"{LocalConfiguration.AllowedHostsSetting}:0"] = site.Address.Authority,
                    [$"{LocalConfiguration.AllowedHostsSetting}:1"] = receiver.Address.Authority,
                },
                Adjust = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)),
                Progress = progress,
            },
            cancellation);
        return new DemoWorld(site, receiver, host, clock);
    }

    public async Task ImportAsync(CancellationToken cancellation)
    {
        var importer = Host.Services.GetRequiredService<Importer>();
        var seeds = Seeds.Reading();
        await importer.RunAsync(seeds.File!, cancellation);
        var follow = ImportReader.Read(Follow(), "seeds/demo/follow.yaml").Against(seeds.Defined, seeds.DefinedSources);
        await importer.RunAsync(follow.File!, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Receiver.DisposeAsync();
        await Site.DisposeAsync();
    }

    private string Follow()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("demo/follow.yaml")!);
        return reader.ReadToEnd()
            .Replace("{site}", Site.Address.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{receiver}", Receiver.Address.AbsoluteUri, StringComparison.Ordinal)
            .Replace("{secret}", Receiver.Secret.Text, StringComparison.Ordinal);
    }
}
