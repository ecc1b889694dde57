using Alerts.Jobs;
using Alerts.Telemetry;

namespace Alerts.Configuration;

/// <summary>Every setting that the program reads: what the check at the start goes by, and docs/settings.md.</summary>
public static class SettingList
{
    public const string Storage = "AlertsStorage";
    public const string StorageAccount = "AlertsStorage:accountName";
    public const string ProtectionKey = "Protection:Key";
    public const string EmailKey = "Email:ApiKey";
    public const string EmailSender = "Email:From";
    public const string EmailOutbox = "Email:OutboxFolder";

    /// <summary>In the order of the services: tables, queues, blobs.</summary>
    public static readonly IReadOnlyList<string> StorageAddresses =
        ["AlertsStorage:tableServiceUri", "AlertsStorage:queueServiceUri", "AlertsStorage:blobServiceUri"];

    /// <summary>Sections of which nobody else has settings: what is not known in them is a typing error.</summary>
    internal static readonly IReadOnlyList<string> Sections =
        [Storage, "StorageRetry", "Protection", "Email", "Notify", "OutsideHttp", "Fetch", "Reconcile", "Remind", TelemetrySettings.Section];

    public static readonly IReadOnlyList<Setting> All = [.. OfStorage(), .. OfJobs(), .. OfNotify(), .. OfWatch(), .. OfReconcile(), .. OfTelemetry()];

    private static IEnumerable<Setting> OfStorage() =>
    [
        new(Storage, ConnectionStrings.Storage, "The account by its key. On one machine, where no account is set, Azurite in the data folder stands in for it") { IsSecret = true },
        new(StorageAccount, Expect.AccountName, "The account to sign in to by identity, in the public cloud"),
        new(StorageAddresses[0], Expect.StorageAddress, "Address of its tables, where the name does not tell it; all three addresses or none"),
        new(StorageAddresses[1], Expect.StorageAddress, "Address of its queues"),
        new(StorageAddresses[2], Expect.StorageAddress, "Address of its blobs"),
        new("AlertsStorage:credential", Expect.OneOf("managedidentity"), "Signs in by managed identity alone; else by whichever serves first: environment, managed identity, az login, azd"),
        new("AlertsStorage:clientId", Expect.Guid, "Client id of a user-assigned managed identity"),
        new("AlertsStorage:tenantId", Expect.Guid, "The tenant to sign in to, for people who are in several"),
        new("StorageRetry:MaxRetries", Expect.Whole(0, 20), "Repeats of a request that a busy storage did not answer, before the job is put off") { Default = "5" },
        new("StorageRetry:Delay", Expect.Time(TimeSpan.Zero, TimeSpan.FromMinutes(1)), "Before the first repeat; doubled for each further one") { Default = "00:00:00.5" },
        new("StorageRetry:MaxDelay", Expect.Time(TimeSpan.Zero, TimeSpan.FromMinutes(5)), "The longest of these pauses") { Default = "00:00:08" },
        new("StorageRetry:NetworkTimeout", Expect.Time(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)), "How long one request may take") { Default = "00:00:30" },
        new(ProtectionKey, Expect.RandomBytes(32), "Encrypts addresses at rest; who loses it loses them. On one machine it is made in the data folder") { IsSecret = true, NeededInAzure = true },
    ];

    private static IEnumerable<Setting> OfJobs() =>
    [
        new(JobSchedules.SweepSetting, Expect.Schedule, "When due sources are looked for") { Default = JobSchedules.SweepDefault, NeededInAzure = true },
        new(JobSchedules.BackupSetting, Expect.Schedule, "When all cases are written into the container `backups`") { Default = JobSchedules.BackupDefault, NeededInAzure = true },
        new(JobSchedules.RemindSetting, Expect.Schedule, "When dates that are near or past are looked for") { Default = JobSchedules.RemindDefault, NeededInAzure = true },
    ];

    private static IEnumerable<Setting> OfNotify() =>
    [
        new(EmailKey, Expect.ApiKey, "SendGrid's key. Without it mails go to the outbox folder; without that too, they wait until one of them is set") { IsSecret = true },
        new(EmailSender, Expect.Sender, "Who sends the mails; SendGrid takes only a sender that it has verified") { Default = "Alerts <alerts@localhost>" },
        new("Email:BaseAddress", Expect.SafeAddress, "Where SendGrid is reached") { Default = "https://api.sendgrid.com" },
        new(EmailOutbox, Expect.Folder, "Where mails are left as .eml files when there is no key. On one machine: outbox in the data folder"),
        new("Notify:Timeout", Expect.Time(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)), "One try to deliver") { Default = "00:00:15" },
    ];

    private static IEnumerable<Setting> OfWatch() =>
    [
        new("OutsideHttp:AllowedHosts", Expect.HostAndPort, "Hosts that may be reached though their address is not public") { IsList = true },
        new("OutsideHttp:Ports", Expect.Whole(1, 65535), "Ports that may be called; 80, 443, 8080 and 8443 when none is set") { IsList = true },
        new("OutsideHttp:Proxy", Expect.HttpAddress, "A proxy that connects in our stead, and then has to refuse non-public addresses itself") { IsSecret = true },
        new("OutsideHttp:ConnectTimeout", Expect.Time(TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(2)), "How long resolving a name and connecting may take") { Default = "00:00:15" },
        new("Fetch:Contact", Expect.Contact, "Who runs this, told to every site that is watched"),
        new("Fetch:TotalTimeout", Expect.Time(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)), "For a whole fetch, redirects included") { Default = "00:01:00" },
        new("Fetch:ReadTimeout", Expect.Time(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)), "For an answer to begin, and for each piece of its body") { Default = "00:00:20" },
        new("Fetch:MaxBytes", Expect.Whole(10_000, 100_000_000), "Bytes of a body after decompression") { Default = "10485760" },
        new("Fetch:Spacing", Expect.Time(TimeSpan.Zero, TimeSpan.FromMinutes(10)), "Between two requests to a host") { Default = "00:00:01" },
        new("Fetch:LongestPause", Expect.Time(TimeSpan.Zero, TimeSpan.FromMinutes(5)), "How long a job waits for a host that wants a longer pause, before it puts the check off") { Default = "00:00:30" },
    ];

    private static IEnumerable<Setting> OfReconcile() =>
    [
        new("Reconcile:AcceptFrom", Expect.Number(0, 1.01), "Confidence from which on an event needs no review; with 1.01 every event waits for it") { Default = "0.7" },
        new("Reconcile:Floor", Expect.Number(0, 1), "Confidence below which an event is dropped") { Default = "0.4" },
        new("Reconcile:FreshDays", Expect.Whole(0, 3650), "How near an event must lie to its publication or first sight to be told") { Default = "45" },
        new("Remind:Hour", Expect.Whole(0, 23), "From which hour of the case's day on people are reminded") { Default = "8" },
        new("Remind:TimeZone", Expect.Zone, "For cases that name no zone and whose country has several") { Default = "UTC" },
        new("Remind:QuietDays", Expect.Whole(0, 36500), "After how many days without news a case is told to be quiet; 0 for never") { Default = "180" },
    ];

    private static IEnumerable<Setting> OfTelemetry() =>
    [
        new("Telemetry:PlainCaseIds", Expect.YesOrNo, "Case ids, which hold people's names, go to telemetry as they are, not as a hash") { Default = "false" },
        new(TelemetrySettings.AzureMonitorSetting, ConnectionStrings.Insights, "Application Insights: where spans, metrics and logs go") { IsSecret = true },
        new(TelemetrySettings.AuthenticationSetting, ConnectionStrings.InsightsSignIn, "Signs in to Application Insights by identity"),
        new(TelemetrySettings.OtlpSetting, Expect.HttpAddress, "OTLP: where spans, metrics and logs go, too"),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", Expect.OneOf("grpc", "http/protobuf"), "How OTLP is spoken") { Default = "grpc" },
        new("OTEL_EXPORTER_OTLP_HEADERS", Expect.Words, "Header fields of OTLP, such as a key") { IsSecret = true },
        new(TelemetrySettings.ServiceNameSetting, Expect.Words, "What this program is called in telemetry") { Default = "alerts" },
    ];
}
