using Alerts.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Alerts.Functions;

/// <summary>What starts the jobs in Azure: the triggers of <see cref="JobTrigger.All"/>.</summary>
public sealed class JobFunctions(Sweep sweep, Remind remind, Check check, FanOut fanOut, Deliver deliver)
{
    private const string Storage = "AlertsStorage";

    [Function(nameof(Sweep))]
    public Task SweepAsync([TimerTrigger($"%{JobSchedules.SweepSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        sweep.RunAsync(cancellation);

    [Function(nameof(Remind))]
    public Task RemindAsync([TimerTrigger($"%{JobSchedules.RemindSetting}%")] TimerInfo timer, CancellationToken cancellation) =>
        remind.RunAsync(cancellation);

    [Function(nameof(Check))]
    public Task CheckAsync([QueueTrigger(JobQueues.Checks, Connection = Storage)] CheckMessage message, CancellationToken cancellation) =>
        check.RunAsync(message, cancellation);

    [Function(nameof(FanOut))]
    public Task FanOutAsync([QueueTrigger(JobQueues.Alerts, Connection = Storage)] AlertMessage message, CancellationToken cancellation) =>
        fanOut.RunAsync(message, cancellation);

    [Function(nameof(Deliver))]
    public Task DeliverAsync([QueueTrigger(JobQueues.Deliveries, Connection = Storage)] DeliveryMessage message, CancellationToken cancellation) =>
        deliver.RunAsync(message, cancellation);
}
