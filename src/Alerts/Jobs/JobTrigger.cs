using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Alerts.Jobs;

/// <summary>What starts a job. Both fronts start the same jobs by the same triggers.</summary>
/// <param name="Job">The job's name, which is also its function's.</param>
/// <param name="Queue">The queue whose messages start it; null for a timer.</param>
/// <param name="ScheduleSetting">The setting that holds its schedule; null for a queue.</param>
public sealed record JobTrigger(string Job, string? Queue, string? ScheduleSetting)
{
    public static readonly IReadOnlyList<JobTrigger> All =
    [
        new(nameof(Sweep), null, JobSchedules.SweepSetting),
        new(nameof(Remind), null, JobSchedules.RemindSetting),
        new(nameof(Backup), null, JobSchedules.BackupSetting),
        new(nameof(Check), JobQueues.Checks, null),
        new(nameof(FanOut), JobQueues.Alerts, null),
        new(nameof(Deliver), JobQueues.Deliveries, null),
    ];
}

/// <summary>When the timers run: six-field NCrontab expressions in UTC, kept in settings.</summary>
public static class JobSchedules
{
    public const string SweepSetting = "SweepSchedule";

    /// <summary>Every minute.</summary>
    public const string SweepDefault = "0 * * * * *";

    public const string RemindSetting = "RemindSchedule";

    /// <summary>Every hour, some minutes after it, when no zone's day is just beginning.</summary>
    public const string RemindDefault = "0 5 * * * *";

    public const string BackupSetting = "BackupSchedule";

    /// <summary>Every night.</summary>
    public const string BackupDefault = "0 20 2 * * *";

    /// <summary>By setting.</summary>
    public static readonly IReadOnlyDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        [SweepSetting] = SweepDefault,
        [RemindSetting] = RemindDefault,
        [BackupSetting] = BackupDefault,
    };

    /// <summary>The setting's, else the default.</summary>
    public static CrontabSchedule Of(string setting, IConfiguration configuration) =>
        Parse(configuration[setting] ?? Defaults[setting]) ?? throw new FormatException($"{setting} is no NCrontab expression");

    /// <summary>Five fields have no seconds, as the Functions host reads them.</summary>
    /// <returns>null for what is no such expression.</returns>
    public static CrontabSchedule? Parse(string expression) => CrontabSchedule.TryParse(
        expression,
        new CrontabSchedule.ParseOptions { IncludingSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > 5 });
}
