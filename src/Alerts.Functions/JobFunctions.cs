using Alerts.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions;

/// <summary>What starts the jobs in Azure: the triggers of <see cref="JobTrigger.All"/>. Messages come as text: the worker's own
/// serializer knows nothing of how they are written, and <see cref="QueueJobs"/> reads them as every reader of a queue does.</summary>
public sealed class JobFunctions(Sweep sweep, Remind remind, Backup backup, QueueJobs queues)
{
    private const string Storage = "AlertsStorage";

    [Function(nameof(Sweep))]
    public Task SweepAsync([TimerTrigger($"%{JobSchedules.SweepSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        sweep.RunAsync(cancellation);

    [Function(nameof(Remind))]
    public Task RemindAsync([TimerTrigger($"%{JobSchedules.RemindSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        remind.RunAsync(cancellation);

    [Function(nameof(Backup))]
    public Task BackupAsync([TimerTrigger($"%{JobSchedules.BackupSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        backup.RunAsync(cancellation);

    [Function(nameof(Check))]
    public Task CheckAsync([QueueTrigger(JobQueues.Checks, Connection = Storage)] string message, CancellationToken cancellation) =>
        queues.CheckAsync(message, cancellation);

    [Function(nameof(FanOut))]
    public Task FanOutAsync([QueueTrigger(JobQueues.Alerts, Connection = Storage)] string message, CancellationToken cancellation) =>
        queues.FanOutAsync(message, cancellation);

    [Function(nameof(Deliver))]
    public Task DeliverAsync([QueueTrigger(JobQueues.Deliveries, Connection = Storage)] string message, CancellationToken cancellation) =>
        queues.DeliverAsync(message, cancellation);
}
