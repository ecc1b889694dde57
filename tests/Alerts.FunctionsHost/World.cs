using System.Globalization;
using Alerts.Cli.Local;
using Alerts.EndToEnd.Pipeline;
using Alerts.Import;
using Alerts.Jobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.FunctionsHost;

/// <summary>An account, a site that is watched, the receivers and the mail service: what the app meets outside. Two people follow a prisoner.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string Hook = "/hook";
    public const string MailService = "/v3/mail/send";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);
    private static readonly string Key = Convert.ToBase64String("a key for tests, 32 bytes long. "u8);

    private readonly DirectoryInfo folder;
    private readonly LocalHost aside;

    private World(DirectoryInfo folder, LocalHost aside, LoopbackSite site, LoopbackSite receiver, IReadOnlyDictionary<string, string?> settings) =>
        (this.folder, this.aside, Site, Receiver, Settings) = (folder, aside, site, receiver, settings);

    public LoopbackSite Site { get; }

    public LoopbackSite Receiver { get; }

    /// <summary>The app's settings, in the spelling of the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    public static async Task<World> StartAsync(AzuriteFixture azurite)
    {
        var (site, receiver) = (await LoopbackSite.StartAsync(), await LoopbackSite.StartAsync());
        receiver.Answer(Hook, 204);
        receiver.Answer(MailService, 202);
        var settings = SettingsFor(azurite.NewAccount(), site, receiver);
        var folder = Directory.CreateTempSubdirectory("alerts-host-");
        var aside = await LocalHost.BuildAsync(
            new LocalHostSettings
            {
                DataFolder = folder.FullName,
                Use = LocalUse.Steps,
                Logged = LogLevel.None,
                Overrides = settings.ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => s.Value),
            },
            TestContext.Current.CancellationToken);
        return new World(folder, aside, site, receiver, settings);
    }

    /// <summary>The program over the same account, on one machine.</summary>
    public LocalHost Serve => aside;

    public T Get<T>() where T : notnull => aside.Services.GetRequiredService<T>();

    public QueueClient Queue(string name) => Get<QueueServiceClient>().GetQueueClient(name);

    /// <summary>Puts the page that tells of the arrest on the site and lets the case and it be followed.</summary>
    public async Task FollowAsync(string moreSources = "", string moreSubscriptions = "")
    {
        Say(Days(-9), $"On {Long(-10)} the police arrested Mira Solen.");
        var reading = ImportReader.Read(
            $"""
            cases:
              - id: mira-solen
                kind: person
                name: Mira Solen
                gender: female
                country: KZ
            sources:
              - id: the-page
                kind: page
                url: "{Site.At("/mira")}"
            {moreSources}
            subscriptions:
              - email: reader@family.example
                topics: [case:mira-solen, country:KZ]
              - webhook: "{Receiver.At(Hook)}"
                kind: generic
                secret: "whsec_{Convert.ToBase64String("a secret of the story, 32 bytes."u8)}"
                topics: [country:KZ]
            {moreSubscriptions}
            """,
            "story.yaml");
        Assert.Empty(reading.Errors);
        await Get<Importer>().RunAsync(reading.File!, TestContext.Current.CancellationToken);
    }

    /// <returns>The settings with some changed; null takes one away.</returns>
    public static Dictionary<string, string?> With(IReadOnlyDictionary<string, string?> settings, params (string Name, string? Value)[] changed)
    {
        var all = new Dictionary<string, string?>(settings);
        foreach (var (name, value) in changed)
        {
            all[name] = value;
        }

        return all;
    }

    /// <summary>What was received at a path.</summary>
    public IReadOnlyList<Received> At(string path) => [.. Receiver.Requests.Where(r => r.Path == path)];

    public async Task<int> DepthAsync(string queue) =>
        (await Queue(queue).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount;

    /// <summary>No message is in a queue, seen or unseen.</summary>
    public async Task<bool> IsQuietAsync() => (await Task.WhenAll(JobQueues.All.Select(DepthAsync))).Sum() == 0;

    /// <summary>Waits until it is so.</summary>
    /// <exception cref="TimeoutException">It is not so for 40 seconds.</exception>
    public static async Task UntilAsync(Func<Task<bool>> condition, Func<string> otherwise)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
            {
                throw new TimeoutException(otherwise());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await aside.DisposeAsync();
        await Site.DisposeAsync();
        await Receiver.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Dictionary<string, string?> SettingsFor(string account, LoopbackSite site, LoopbackSite receiver) => new()
    {
        ["AzureWebJobsStorage"] = account,
        ["AlertsStorage"] = account,
        ["Protection__Key"] = Key,
        ["SweepSchedule"] = "*/2 * * * * *",
        ["RemindSchedule"] = JobSchedules.RemindDefault,
        ["BackupSchedule"] = JobSchedules.BackupDefault,
        ["Fetch__Spacing"] = "00:00:00",
        ["OutsideHttp__AllowedHosts__0"] = site.Address.Authority,
        ["OutsideHttp__AllowedHosts__1"] = receiver.Address.Authority,
        ["Email__ApiKey"] = "SG.a-key-of-the-story",
        ["Email__From"] = "Alerts <alerts@alerts.example>",
        ["Email__BaseAddress"] = receiver.Address.AbsoluteUri,
        ["Logging__LogLevel__Microsoft"] = "Warning",
    };

    private void Say(DateOnly published, string sentence) =>
        Site.Page("/mira", "Mira Solen", published.ToString("O", CultureInfo.InvariantCulture), $"<p>{sentence}</p>");

    private static DateOnly Days(int fromToday) => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(fromToday);

    private static string Long(int fromToday) => Days(fromToday).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
