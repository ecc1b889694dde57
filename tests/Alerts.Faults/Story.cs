using Alerts.Import;
using Alerts.Jobs;
using Alerts.Reconcile;
using Azure.Data.Tables;
using Azure.Storage.Queues;

namespace Alerts.Faults;

/// <summary>How a story ended.</summary>
/// <param name="Lost">Recipients that the alert never reached; must be none.</param>
/// <param name="Repeated">Alerts that came again, under the message id they had come with.</param>
/// <param name="Unstable">Recipients that got it under more than one message id; must be none.</param>
/// <param name="Changes">Changes stored; must be one.</param>
/// <param name="Events">Events of the case; must be two, what was known before and the news.</param>
/// <param name="Left">Messages and markers that are still there, and alerts and deliveries given up; must be none. A check may be given up, for it comes due again.</param>
public readonly record struct Verdict(int Lost, int Repeated, int Unstable, int Changes, int Events, int Left)
{
    public bool IsGood => this with { Repeated = 0 } == new Verdict(Lost: 0, Repeated: 0, Unstable: 0, Changes: 1, Events: 2, Left: 0);
}

/// <summary>
/// A prisoner's page tells of her release, and five people want to know. Whatever goes wrong between the page and them, each must get the alert.
/// </summary>
public sealed class Story : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private const string CaseId = "mira-solen";
    private const int MostCalm = 12;
    private const int MostRounds = 2000;

    private static readonly TimeSpan Release = TimeSpan.FromDays(2);
    private static readonly TimeSpan AfterLease = Sweep.Lease + TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly string[] Mails = ["reader@family.example", "lawyer@office.example"];
    private static readonly string[] Hooks = ["/hook/one", "/hook/two", Outside.BusyHook];

    private readonly string folder = Directory.CreateTempSubdirectory("alerts-faults-").FullName;
    private readonly string account;
    private StoryHost aside = null!;

    private Story(string account, Outside outside, FaultProxy proxy) => (this.account, Outside, Proxy) = (account, outside, proxy);

    public Outside Outside { get; }

    public FaultProxy Proxy { get; }

    /// <summary>For the program that the story tries: its storage lies behind the proxy.</summary>
    public StoryHostSettings Settings => SettingsOver(Proxy.ConnectionString);

    /// <summary>The same for a program that waits for an answer no longer than two seconds.</summary>
    public StoryHostSettings Impatient => Settings with
    {
        Settings = new Dictionary<string, string?>(Settings.Settings) { ["StorageRetry:NetworkTimeout"] = "00:00:02" },
    };

    /// <summary>Words that no log may hold.</summary>
    public IEnumerable<string> Secrets => [.. Mails, .. Hooks, Secret, account.Split("AccountKey=")[1].Split(';')[0], SendGridKey];

    private static string SendGridKey => "SG.a-key-of-the-story";

    private static string Secret => "whsec_" + Convert.ToBase64String("a secret of the story, 32 bytes."u8);

    /// <param name="account">Connection string of an empty account.</param>
    /// <returns>The story up to the day before the release: the case is imported, its page was read once, and everything is quiet.</returns>
    public static async Task<Story> BeginAsync(string account)
    {
        var story = new Story(account, await Outside.StartAsync(), await FaultProxy.StartAsync(account));
        story.aside = await StoryHost.StartAsync(story.SettingsOver(account));
        await story.aside.Get<Importer>().RunAsync(ImportReader.Read(story.Import(), "story.yaml").File!, CancellationToken.None);
        story.Say("2026-03-01", "In May 2023 a court sentenced the journalist Mira Solen to five years in prison.");
        await story.aside.RunAsync(Start);
        return story;
    }

    /// <summary>She is released, and the page says so.</summary>
    /// <returns>When that is.</returns>
    public DateTimeOffset ReleaseHer()
    {
        Say("2026-03-03", "On 3 March 2026 Mira Solen was released on parole.");
        return Start + Release;
    }

    /// <summary>Lets the program run, as time goes on, until all is done or nothing moves any more.</summary>
    /// <returns>The time by then.</returns>
    public async Task<DateTimeOffset> RunUntilQuietAsync(Func<DateTimeOffset, Task> run, DateTimeOffset now)
    {
        for (var (round, calm) = (0, 0); calm < 2 || (calm < MostCalm && !(await JudgeAsync()).IsGood); round++)
        {
            await run(now);
            if (round == MostRounds)
            {
                throw new TimeoutException($"After {MostRounds} rounds there are still messages.");
            }

            if (await QueuedAsync(JobQueues.All) > 0)
            {
                (calm, now) = (0, now + TimeSpan.FromMinutes(1));
                await Task.Delay(Pause, TimeProvider.System);
            }
            else
            {
                (calm, now) = (calm + 1, now + (AfterLease * (calm + 1)));
            }
        }

        return now;
    }

    public async Task<Verdict> JudgeAsync()
    {
        var arrivals = Outside.Arrivals;
        var reached = arrivals.GroupBy(a => a.Recipient).ToDictionary(g => g.Key, g => g.Select(a => a.MessageId).Distinct().Count());
        var file = await aside.Get<ICaseStore>().FindAsync(CaseId, CancellationToken.None);
        return new Verdict(
            Mails.Concat(Hooks).Count(r => !reached.ContainsKey(r)),
            arrivals.Count - arrivals.Distinct().Count(),
            reached.Values.Count(ids => ids > 1),
            await CountAsync("cases", "RowKey ge 'change~' and RowKey lt 'change~~'"),
            file!.Events.Count,
            await QueuedAsync([.. JobQueues.All, "alerts-poison", "deliveries-poison"]) + await CountAsync("outbox", filter: null));
    }

    public async ValueTask DisposeAsync()
    {
        await aside.DisposeAsync();
        await Proxy.DisposeAsync();
        await Outside.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private StoryHostSettings SettingsOver(string storage) => new(folder, new Dictionary<string, string?>
    {
        ["AlertsStorage"] = storage,
        ["StorageRetry:Delay"] = "00:00:00.010",
        ["StorageRetry:MaxDelay"] = "00:00:00.050",
        ["Fetch:Spacing"] = "0",
        ["OutsideHttp:AllowedHosts:0"] = Outside.Address.Authority,
        ["Email:ApiKey"] = SendGridKey,
        ["Email:From"] = "Alerts <alerts@alerts.example>",
        ["Email:BaseAddress"] = Outside.Address.AbsoluteUri,
    });

    private void Say(string published, string sentence) => Outside.Page = $"""
        <!doctype html><html lang="en"><head><title>Mira Solen</title><meta property="article:published_time" content="{published}"></head>
        <body><main><article><h1>Mira Solen</h1><p>{sentence}</p></article></main></body></html>
        """;

    private string Import() => $"""
        cases:
          - id: {CaseId}
            kind: person
            name: Mira Solen
            gender: female
            country: KZ
        sources:
          - id: the-page
            kind: page
            url: "{new Uri(Outside.Address, Outside.PagePath)}"
        subscriptions:
          - email: {Mails[0]}
            topics: [case:{CaseId}, country:KZ]
          - email: {Mails[1]}
            topics: [all]
          - webhook: "{new Uri(Outside.Address, Hooks[0])}"
            kind: generic
            secret: "{Secret}"
            topics: [case:{CaseId}, country:KZ]
          - webhook: "{new Uri(Outside.Address, Hooks[1])}"
            kind: generic
            secret: "{Secret}"
            topics: [country:KZ]
          - webhook: "{new Uri(Outside.Address, Hooks[2])}"
            kind: generic
            secret: "{Secret}"
            topics: [kind:person]
        """;

    private async Task<int> QueuedAsync(IEnumerable<string> queues)
    {
        var lengths = await Task.WhenAll(queues.Select(q => aside.Get<QueueServiceClient>().GetQueueClient(q).GetPropertiesAsync()));
        return lengths.Sum(l => l.Value.ApproximateMessagesCount);
    }

    private async Task<int> CountAsync(string table, string? filter) =>
        await aside.Get<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>(filter).CountAsync();
}
