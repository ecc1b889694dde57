using System.Diagnostics;
using Alerts.Notify;
using Alerts.Telemetry;
using Microsoft.Extensions.Logging;

namespace Alerts.Jobs;

/// <summary>Counters of one fan-out message.</summary>
/// <param name="Recipients">Those on this page of the audience.</param>
/// <param name="Enqueued">Deliveries handed on: recipients not reached yet.</param>
public readonly record struct FanOutReport(int Recipients, int Enqueued);

/// <summary>Gives one page of an audience a delivery each; who follows by several topics still gets one.</summary>
public sealed partial class FanOut(
    StoredAlerts alerts,
    Audiences audiences,
    OpenDeliveries open,
    IJobQueue queue,
    ILogger<FanOut> logger)
{
    private const int BatchSize = 25;

    public async Task<FanOutReport> RunAsync(AlertMessage message, CancellationToken cancellation)
    {
        using var activity = AlertsTelemetry.Start("fan-out", message.TraceParent, message.Change);
        if (await alerts.SeenAtAsync(message.Change, cancellation) is not { } seenAt)
        {
            Log.NoChange(logger, message.Change);
            return default;
        }

        var page = await audiences.PageAsync(Audience.Parse(message.Audience), message.Continuation, cancellation);
        var due = await open.AddAsync(message.Change, seenAt, [.. page.Addressees.Select(a => NewDelivery(message, a))], cancellation);
        foreach (var batch in due.GroupBy(d => d.Channel).SelectMany(channel => channel.Chunk(BatchSize)))
        {
            var job = new DeliveryMessage(message.Change, [.. batch.Select(d => d.RecipientId)])
            {
                TraceParent = Activity.Current?.Id,
            };
            await queue.EnqueueAsync(JobQueues.Deliveries, job, delay: null, cancellation);
        }

        if (page.Continuation is not null)
        {
            await queue.EnqueueAsync(JobQueues.Alerts, message with { Continuation = page.Continuation }, delay: null, cancellation);
        }

        var report = new FanOutReport(page.Addressees.Count, due.Count);
        Log.FannedOut(logger, message.Change, report.Recipients, report.Enqueued);
        return report;
    }

    private static Delivery NewDelivery(AlertMessage message, Addressee addressee) => new()
    {
        Change = message.Change,
        RecipientId = addressee.RecipientId,
        Channel = addressee.Channel,
        Enqueuer = message.Audience,
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Fan-out of {Change}: {Recipients} recipients, {Enqueued} deliveries enqueued")]
        public static partial void FannedOut(ILogger logger, ChangeKey change, int recipients, int enqueued);

        [LoggerMessage(LogLevel.Warning, "There is no {Change}; the message is dropped")]
        public static partial void NoChange(ILogger logger, ChangeKey change);
    }
}
