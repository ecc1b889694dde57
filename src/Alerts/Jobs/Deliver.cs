using System.Diagnostics;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Telemetry;
using Microsoft.Extensions.Logging;

namespace Alerts.Jobs;

/// <summary>Counters of one batch of deliveries.</summary>
/// <param name="Sent">Arrived.</param>
/// <param name="Deferred">To be tried again.</param>
/// <param name="Failed">Given up.</param>
/// <param name="Superseded">Not sent, since what they told does not hold any more.</param>
/// <param name="Settled">Had been settled before.</param>
public readonly record struct DeliverReport(int Sent, int Deferred, int Failed, int Superseded, int Settled);

/// <summary>Sends one batch; what does not arrive stays due and comes back when <see cref="DeliveryPolicy"/> says.</summary>
public sealed partial class Deliver(
    StoredAlerts alerts,
    IRecipientStore recipients,
    IDeliveryStore deliveries,
    OpenDeliveries open,
    IEnumerable<IChannel> channels,
    IJobQueue queue,
    TimeProvider time,
    Random random,
    AlertsMetrics metrics,
    ILogger<Deliver> logger)
{
    public async Task<DeliverReport> RunAsync(DeliveryMessage message, CancellationToken cancellation)
    {
        using var activity = AlertsTelemetry.Start("deliver", message.TraceParent, message.Change);
        if (await alerts.FindAsync(message.Change, cancellation) is not { } stored)
        {
            Log.NoChange(logger, message.Change);
            return default;
        }

        var (report, failures) = (default(DeliverReport), new List<Exception>());
        foreach (var recipientId in message.RecipientIds)
        {
            try
            {
                report = Count(report, await DeliverAsync(stored, message, recipientId, cancellation));
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !cancellation.IsCancellationRequested)
            {
                // The others of the batch must not wait for this one; the message comes back for it, and finds them settled.
                failures.Add(failure);
                activity.Fail("broken-off");
            }
        }

        Log.Delivered(logger, message.Change, report.Sent, report.Deferred, report.Failed, report.Superseded, report.Settled);
        return failures.Count == 0 ? report : throw new AggregateException(failures);
    }

    private static DeliverReport Count(DeliverReport report, DeliveryStatus? status) => status switch
    {
        DeliveryStatus.Sent => report with { Sent = report.Sent + 1 },
        DeliveryStatus.Due => report with { Deferred = report.Deferred + 1 },
        DeliveryStatus.Failed => report with { Failed = report.Failed + 1 },
        DeliveryStatus.Superseded => report with { Superseded = report.Superseded + 1 },
        _ => report with { Settled = report.Settled + 1 },
    };

    /// <returns>What came of this try; null when there was nothing left to do.</returns>
    private async Task<DeliveryStatus?> DeliverAsync(StoredAlert stored, DeliveryMessage message, string recipientId, CancellationToken cancellation)
    {
        var delivery = await deliveries.FindAsync(message.Change.Id, recipientId, cancellation);
        if (delivery is not { Status: DeliveryStatus.Due } || (delivery.Ticket is { } ticket && ticket != message.Ticket))
        {
            return null;
        }

        if (stored.Lapsed)
        {
            return await SupersedeAsync(delivery, stored.CorrectedBy, cancellation);
        }

        var now = time.GetUtcNow();
        if (delivery.NextAttempt > now)
        {
            await EnqueueAsync(delivery, delivery.NextAttempt.Value - now, cancellation);
            return DeliveryStatus.Due;
        }

        var outcome = await SendAsync(stored.Alert, delivery, cancellation);
        var tried = DeliveryPolicy.After(delivery, outcome, time.GetUtcNow(), random.NextDouble());
        Measure(stored.Alert, tried, outcome);
        if (tried is { Status: DeliveryStatus.Due, NextAttempt: { } next })
        {
            // Enqueued before it is saved: a crash in between tries twice under one message id, the other order would forget it.
            await EnqueueAsync(tried, next - time.GetUtcNow(), cancellation);
            Log.Deferred(logger, tried.RecipientId, outcome.Reason, tried.Attempts, next);
        }

        await deliveries.SaveAsync(tried, cancellation);
        return tried.Status;
    }

    private void Measure(Alert alert, Delivery tried, SendOutcome outcome)
    {
        metrics.Tried(tried.Channel, outcome.Reason);
        if (tried.SentAt is { } sentAt)
        {
            metrics.HandedOver(tried.Channel, sentAt - alert.SeenAt);
            return;
        }

        Activity.Current.Fail(outcome.Reason);
        if (tried.Status == DeliveryStatus.Failed)
        {
            metrics.GaveUp(tried.Channel, outcome.Reason);
        }
    }

    /// <summary>
    /// The correction has this recipient before the alert is settled: its own fan-out may have passed by before there was an alert to correct,
    /// and a crash in between repeats this step.
    /// </summary>
    private async Task<DeliveryStatus?> SupersedeAsync(Delivery delivery, ChangeKey? correction, CancellationToken cancellation)
    {
        if (correction is not null && await alerts.SeenAtAsync(correction, cancellation) is { } seenAt)
        {
            var instead = new Delivery { Change = correction, RecipientId = delivery.RecipientId, Channel = delivery.Channel, Enqueuer = delivery.Change.Id };
            foreach (var due in await open.AddAsync(correction, seenAt, [instead], cancellation))
            {
                await EnqueueAsync(due, TimeSpan.Zero, cancellation);
            }
        }

        metrics.Tried(delivery.Channel, "superseded");
        var superseded = delivery with { Status = DeliveryStatus.Superseded, Outcome = "superseded", NextAttempt = null };
        await deliveries.SaveAsync(superseded, cancellation);
        return superseded.Status;
    }

    private async Task<SendOutcome> SendAsync(Alert alert, Delivery delivery, CancellationToken cancellation)
    {
        try
        {
            return await recipients.FindAsync(delivery.RecipientId, cancellation) is { } recipient
                ? await channels.First(c => c.Kind == recipient.Channel).SendAsync(alert, recipient, delivery.MessageId, cancellation)
                : new SendOutcome(SendVerdict.GiveUp, "unsubscribed");
        }
        catch (UnreadableRecipientException unreadable)
        {
            // Tried again as any failure: an operator can bring back the key.
            Log.Unreadable(logger, delivery.RecipientId, new OperatorText(unreadable.Message));
            return new SendOutcome(SendVerdict.TryAgain, "unreadable-recipient");
        }
    }

    private Task EnqueueAsync(Delivery delivery, TimeSpan delay, CancellationToken cancellation) => queue.EnqueueAsync(
        JobQueues.Deliveries,
        new DeliveryMessage(delivery.Change, [delivery.RecipientId]) { Ticket = delivery.Ticket, TraceParent = Activity.Current?.Id },
        delay > TimeSpan.Zero ? delay : null,
        cancellation);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Delivery of {Change}: {Sent} sent, {Deferred} deferred, {Failed} failed, {Superseded} superseded, {Settled} settled before")]
        public static partial void Delivered(ILogger logger, ChangeKey change, int sent, int deferred, int failed, int superseded, int settled);

        [LoggerMessage(LogLevel.Warning, "Delivery to recipient {RecipientId} did not arrive ({Reason}, attempt {Attempts}); next try at {Next:u}")]
        public static partial void Deferred(ILogger logger, string recipientId, string reason, int attempts, DateTimeOffset next);

        [LoggerMessage(LogLevel.Error, "Recipient {RecipientId} cannot be reached: {Problem}")]
        public static partial void Unreadable(ILogger logger, string recipientId, OperatorText problem);

        [LoggerMessage(LogLevel.Warning, "There is no {Change}; the message is dropped")]
        public static partial void NoChange(ILogger logger, ChangeKey change);
    }
}
