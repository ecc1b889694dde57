using System.Globalization;
using Alerts.Cli.Local;
using Alerts.Cli.Terminal;
using Alerts.Storage;
using Alerts.Storage.Protection;
using Alerts.Storage.Tables;
using Azure;

namespace Alerts.Cli.Commands.Doctor;

/// <summary>The storage: what it lets us do, its clock, its queues, the key of its addresses, and whether the watch is alive.</summary>
internal sealed class StorageCheckup(LocalStorage storage, string dataFolder, TimeProvider time)
{
    /// <summary>From 15 minutes on the storage refuses requests.</summary>
    private static readonly TimeSpan WrongClock = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UnsureClock = TimeSpan.FromSeconds(30);

    /// <summary>Two leases of a sweep: what is due longer is not looked at.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(30);

    private const int Backlog = 1000;

    public IEnumerable<Checkup> All => [new("storage", RightsAsync), new("queues", QueuesAsync), new("key", KeyAsync), new("watch", WatchAsync)];

    /// <summary>Once it was looked at: there is something to look at further.</summary>
    public bool IsUsable { get; private set; } = true;

    private StorageClients Clients { get; } = StorageClients.Of(storage.Settings);

    private async Task<IReadOnlyList<Finding>> RightsAsync(CancellationToken cancellation)
    {
        var rights = await new StorageProbe(Clients).RightsAsync(cancellation);
        IsUsable = rights.Any(r => r.Failure is null);
        if (storage.IsOfFolder && rights.All(r => r.Failure is RequestFailedException { Status: 404 }))
        {
            return [new Finding("storage", Verdict.Warning, "nothing is stored here yet", "Begin with: alerts import --seeds")];
        }

        // What has one cure is one thing that is wrong.
        var findings = rights.Where(r => r.Failure is not null).GroupBy(Cure)
            .Select(wrong => new Finding("storage", Verdict.Problem, $"{string.Join(", ", wrong.Select(r => r.What))} {(wrong.Count() == 1 ? "does" : "do")} not work", wrong.Key)).ToList();
        return
        [
            .. findings.Count > 0 ? findings : [new Finding("storage", Verdict.Ok, $"{storage.Name}: tables, queues and blobs can be read and written")],
            .. rights.Select(r => r.Date).OfType<DateTimeOffset>().Take(1).Select(Clock),
        ];
    }

    private static string Cure(Probed right) => right.Failure is RequestFailedException { Status: 403, ErrorCode: "AuthorizationPermissionMismatch" }
        ? $"The role {right.Role} is missing: assign it on the storage account to who runs this. It takes effect within some minutes."
        : StorageTrouble.Cure(right.Failure!) ?? right.Failure!.Message;

    private Finding Clock(DateTimeOffset theirs)
    {
        var skew = (time.GetUtcNow() - theirs).Duration();
        var verdict = skew > WrongClock ? Verdict.Problem : skew > UnsureClock ? Verdict.Warning : Verdict.Ok;
        return verdict == Verdict.Ok
            ? new Finding("clock", verdict, "agrees with the storage's")
            : new Finding("clock", verdict, $"is {Duration.About(skew)} off the storage's", "Set this machine's clock, and let it be kept by NTP: requests are refused from 15 minutes on.");
    }

    private async Task<IReadOnlyList<Finding>> QueuesAsync(CancellationToken cancellation)
    {
        var depths = await new StorageProbe(Clients).DepthsAsync(cancellation);
        if (depths.Count == 0)
        {
            return [new Finding("queues", Verdict.Warning, "there are none", "A deployment makes them, or the first command that writes.")];
        }

        var findings = depths.Where(d => d.IsPoison && d.Depth > 0)
            .Select(d => new Finding(
                "queues", Verdict.Problem, string.Create(CultureInfo.InvariantCulture, $"{d.Queue} holds {d.Depth} given-up {(d.Depth == 1 ? "message" : "messages")}"),
                "Each failed five times: the log of the failing function says why. Once that is mended, the sweep puts back what can be done again."))
            .Concat(depths.Where(d => !d.IsPoison && d.Depth > Backlog).Select(d => new Finding(
                "queues", Verdict.Warning, string.Create(CultureInfo.InvariantCulture, $"{d.Queue} holds {d.Depth} messages"), "See that its function runs, and how many instances it may have.")))
            .ToList();
        return findings.Count > 0
            ? findings
            : [new Finding("queues", Verdict.Ok, string.Create(CultureInfo.InvariantCulture, $"{depths.Sum(d => d.Depth)} messages wait, none was given up"))];
    }

    private async Task<IReadOnlyList<Finding>> KeyAsync(CancellationToken cancellation)
    {
        if (SettingCheckup.Blame("key", storage.Settings, ProtectionKey.Setting) is { } wrong)
        {
            return [wrong];
        }

        var key = storage.Settings[ProtectionKey.Setting] is { Length: > 0 } given ? given.Trim() : ProtectionKey.Load(dataFolder);
        return await KeyCheck.OfAsync(Clients.Tables, key, cancellation) switch
        {
            KeyFit.NothingStored => [new Finding("key", Verdict.Ok, "no subscriber's address is stored")],
            KeyFit.Fits => [new Finding("key", Verdict.Ok, "reads the stored addresses")],
            _ when key is null => [new Finding(
                "key", storage.IsOfFolder ? Verdict.Problem : Verdict.Warning, "there are subscribers, but their key is not here",
                "Set Protection:Key (environment: Protection__Key) to it; commands that touch no address work without.")],
            _ => [new Finding("key", Verdict.Problem, "is not the one that the addresses were stored with", "Set Protection:Key (environment: Protection__Key) to the former one.")],
        };
    }

    /// <summary>A sweep looks for due sources every minute: none is due for long while it runs.</summary>
    private async Task<IReadOnlyList<Finding>> WatchAsync(CancellationToken cancellation)
    {
        var sources = await new SourceTable(Clients.Tables).ListAsync(cancellation).ToListAsync(cancellation);
        if (sources.Count == 0)
        {
            return [new Finding("watch", Verdict.Warning, "no source is watched", "Add one with: alerts sources add URL")];
        }

        var now = time.GetUtcNow();
        if (sources.Max(s => s.State.LastChecked) is not { } at)
        {
            return [new Finding("watch", Verdict.Warning, $"{sources.Count} sources, none of which was ever checked", "See that alerts serve, or the function app, runs.")];
        }

        var last = $"the last check was {Duration.About(now - at)} ago";
        var overdue = sources.Where(s => s.State.LastChecked is not null && s.State.NextDue < now - Overdue).OrderBy(s => s.State.NextDue).ToList();
        return overdue is [var longest, ..]
            ? [new Finding(
                "watch", Verdict.Problem, $"{overdue.Count} of {sources.Count} sources are overdue, {longest.Source.Id} the longest; {last}",
                "No sweep runs, or its checks fail: see that alerts serve, or the function app, runs, and read its log.")]
            : [new Finding("watch", Verdict.Ok, $"{sources.Count} sources, none overdue; {last}")];
    }
}
