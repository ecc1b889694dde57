using System.Text.Json;
using Alerts.FunctionsHost.Rpc;
using Azure.Storage.Queues.Models;
using Microsoft.Azure.WebJobs;

namespace Alerts.FunctionsHost.Host;

/// <summary>What listens for the triggers of the worker's functions, queue names and schedules being the worker's.</summary>
internal sealed class TriggerFunctions(Worker worker, InvocationLog log)
{
    private const string Connection = "AlertsStorage";

    [FunctionName("Sweep")]
    public Task SweepAsync([TimerTrigger("%Sweep:schedule%")] TimerInfo timer, CancellationToken cancellation) => RunAsync("Sweep", timer, cancellation);

    [FunctionName("Remind")]
    public Task RemindAsync([TimerTrigger("%Remind:schedule%")] TimerInfo timer, CancellationToken cancellation) => RunAsync("Remind", timer, cancellation);

    [FunctionName("Backup")]
    public Task BackupAsync([TimerTrigger("%Backup:schedule%")] TimerInfo timer, CancellationToken cancellation) => RunAsync("Backup", timer, cancellation);

    [FunctionName("Check")]
    public Task CheckAsync([QueueTrigger("%Check:queueName%", Connection = Connection)] QueueMessage message, CancellationToken cancellation) =>
        RunAsync("Check", message, cancellation);

    [FunctionName("FanOut")]
    public Task FanOutAsync([QueueTrigger("%FanOut:queueName%", Connection = Connection)] QueueMessage message, CancellationToken cancellation) =>
        RunAsync("FanOut", message, cancellation);

    [FunctionName("Deliver")]
    public Task DeliverAsync([QueueTrigger("%Deliver:queueName%", Connection = Connection)] QueueMessage message, CancellationToken cancellation) =>
        RunAsync("Deliver", message, cancellation);

    private Task RunAsync(string function, QueueMessage message, CancellationToken cancellation) => log.RunAsync(
        worker,
        function,
        request =>
        {
            var text = message.Body.ToString();
            request.InputData.Add(Input(function, new TypedData { String = text }));
            request.TriggerMetadata.Add("QueueTrigger", new TypedData { String = text });
            request.TriggerMetadata.Add("Id", new TypedData { String = message.MessageId });
            request.TriggerMetadata.Add("PopReceipt", new TypedData { String = message.PopReceipt });
            request.TriggerMetadata.Add("DequeueCount", new TypedData { Json = JsonSerializer.Serialize(message.DequeueCount) });
            request.TriggerMetadata.Add("InsertionTime", new TypedData { Json = JsonSerializer.Serialize(message.InsertedOn) });
        },
        cancellation);

    private Task RunAsync(string function, TimerInfo timer, CancellationToken cancellation) => log.RunAsync(
        worker,
        function,
        request => request.InputData.Add(Input(function, new TypedData
        {
            Json = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, timer.ScheduleStatus, timer.IsPastDue }),
        })),
        cancellation);

    private ParameterBinding Input(string function, TypedData data) => new() { Name = worker.Functions[function].Get("name"), Data = data };
}
