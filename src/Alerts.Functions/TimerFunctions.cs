using Alerts.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions;

/// <summary>What starts jobs by the clock. Apart from those of the queues, so that a sweep need not wait until all that a check uses is made.</summary>
public sealed class TimerFunctions(Sweep sweep, Remind remind, Backup backup)
{
    [Function(nameof(Sweep))]
    public Task SweepAsync([TimerTrigger($"%{JobSchedules.SweepSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        sweep.RunAsync(cancellation);

    [Function(nameof(Remind))]
    public Task RemindAsync([TimerTrigger($"%{JobSchedules.RemindSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        remind.RunAsync(cancellation);

    [Function(nameof(Backup))]
    public Task BackupAsync([TimerTrigger($"%{JobSchedules.BackupSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        backup.RunAsync(cancellation);
}
