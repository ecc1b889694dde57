using System.Reflection;
using Alerts.Export;
using Alerts.Functions;
using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Read;
using Alerts.Reconcile;
using Alerts.Reconcile.Deadlines;
using Alerts.Watch;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Alerts.FunctionsContract;

/// <summary>A host that shuts down or runs out of time cancels; the job has to hear of it, down to the first call it makes.</summary>
public sealed class CancellationTests : IDisposable
{
    private static readonly ChangeKey Change = new(ChangeKind.Case, "case", "change");

    private static readonly CaseCalendar Calendar = new(Options.Create(new RemindOptions()), TimeProvider.System);

    private readonly CancellationTokenSource host = new();
    private readonly QueueJobs queues = new(Edge<IGivenUpJobs>(), null!, NullLogger<QueueJobs>.Instance);
    private readonly TimerFunctions timers = new(
        new Sweep(Edge<ISourceStore>(), Edge<ICaseStore>(), Edge<IPendingStore>(), Edge<IJobQueue>(), null!, null!, null!, TimeProvider.System, NullLogger<Sweep>.Instance),
        new Remind(Edge<ICaseStore>(), Edge<IPendingStore>(), null!, Calendar, null!, NullLogger<Remind>.Instance),
        new Backup(new Exporter(Edge<ICaseStore>(), Edge<ISourceStore>(), TimeProvider.System), Edge<IBackupStore>(), TimeProvider.System, NullLogger<Backup>.Instance));

    private CheckFunction Checks => new(queues, new Check(Edge<ISourceStore>(), [], TimeProvider.System, new Random(1), null!, NullLogger<Check>.Instance));

    private AlertFunctions AlertJobs => new(
        queues,
        new FanOut(Alerts(), new Audiences(Edge<ISubscriptionStore>(), Edge<IDeliveryStore>()), null!, Edge<IJobQueue>(), NullLogger<FanOut>.Instance),
        new Deliver(
            Alerts(), Edge<IRecipientStore>(), Edge<IDeliveryStore>(), null!, [], Edge<IJobQueue>(), TimeProvider.System, new Random(1), null!, NullLogger<Deliver>.Instance));

    [Fact]
    public Task Sweep_hears_the_host() => HearsAsync(token => timers.SweepAsync(new TimerInfo(), token));

    [Fact]
    public Task Remind_hears_the_host() => HearsAsync(token => timers.RemindAsync(new TimerInfo(), token));

    [Fact]
    public Task Backup_hears_the_host() => HearsAsync(token => timers.BackupAsync(new TimerInfo(), token));

    [Fact]
    public Task Check_hears_the_host() => HearsAsync(token => Checks.CheckAsync(new CheckMessage("2").Write(), token));

    [Fact]
    public Task FanOut_hears_the_host() => HearsAsync(token => AlertJobs.FanOutAsync(new AlertMessage(Change, "all").Write(), token));

    [Fact]
    public Task Deliver_hears_the_host() => HearsAsync(token => AlertJobs.DeliverAsync(new DeliveryMessage(Change, ["recipient"]).Write(), token));

    public void Dispose() => host.Dispose();

    private async Task HearsAsync(Func<CancellationToken, Task> run)
    {
        var heard = await Assert.ThrowsAsync<OperationCanceledException>(() => run(host.Token));
        Assert.Equal(host.Token, heard.CancellationToken);
    }

    private static StoredAlerts Alerts() => new(Edge<ICaseStore>(), Edge<IPageChangeStore>(), Calendar);

    private static T Edge<T>() where T : class => DispatchProxy.Create<T, CancelledEdge>();
}

/// <summary>Answers every call as cancelled by the token it was given.</summary>
public class CancelledEdge : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        throw new OperationCanceledException(args!.OfType<CancellationToken>().Single());
}
