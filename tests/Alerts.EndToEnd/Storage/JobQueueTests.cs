using System.Text.Json;
using Alerts.Cases;
using Alerts.Jobs;
using Alerts.Notify;
using Alerts.Storage;
using Alerts.Storage.Queues;
using Azure.Storage.Queues;

namespace Alerts.EndToEnd.Storage;

public class JobQueueTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_taken_once_and_gone_when_it_is_completed()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var reader = storage.Get<JobQueueReader>();
        var message = new AlertMessage(new ChangeKey(ChangeKind.Case, "ilyas-marat", "change-1"), "case:ilyas-marat") { TraceParent = "00-ab-cd-01" };
        await storage.Get<IJobQueue>().EnqueueAsync(JobQueues.Alerts, message, null, Cancellation);

        var taken = Assert.Single(await reader.TakeAsync(JobQueues.Alerts, 32, Lease, Cancellation));

        Assert.Equal(message, JsonSerializer.Deserialize<AlertMessage>(taken.Body, Wire.Json));
        Assert.Equal((JobQueues.Alerts, 1), (taken.Queue, taken.DequeueCount));
        Assert.Empty(await reader.TakeAsync(JobQueues.Alerts, 32, Lease, Cancellation));
        await reader.CompleteAsync(taken, Cancellation);
        await reader.CompleteAsync(taken, Cancellation);
        Assert.Equal(0, await LengthAsync(storage, JobQueues.Alerts));
    }

    [Fact]
    public async Task A_message_put_back_is_taken_again_and_counts_its_takings()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var reader = storage.Get<JobQueueReader>();
        await EnqueueAsync(storage, "one");
        var taken = Assert.Single(await reader.TakeAsync(JobQueues.Checks, 1, Lease, Cancellation));

        await reader.PutBackAsync(taken, TimeSpan.Zero, Cancellation);

        var again = Assert.Single(await reader.TakeAsync(JobQueues.Checks, 1, Lease, Cancellation));
        Assert.Equal((taken.Id, taken.Body, 2), (again.Id, again.Body, again.DequeueCount));
    }

    [Fact]
    public async Task A_poisoned_message_moves_to_the_twin_queue_whole()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var reader = storage.Get<JobQueueReader>();
        await EnqueueAsync(storage, "one");
        var taken = Assert.Single(await reader.TakeAsync(JobQueues.Checks, 1, Lease, Cancellation));

        await reader.PoisonAsync(taken, Cancellation);

        Assert.Equal(0, await LengthAsync(storage, JobQueues.Checks));
        Assert.Equal(taken.Body, Assert.Single(await reader.TakeAsync("checks-poison", 1, Lease, Cancellation)).Body);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_is_poisoned_at_once_and_does_not_hold_up_the_others()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var reader = storage.Get<JobQueueReader>();
        await new QueueClient(storage.ConnectionString, JobQueues.Checks).SendMessageAsync("{\"not\":\"base64\"}", Cancellation);
        await EnqueueAsync(storage, "one");

        var taken = Assert.Single(await reader.TakeAsync(JobQueues.Checks, 32, Lease, Cancellation));

        Assert.Contains("one", taken.Body, StringComparison.Ordinal);
        Assert.Equal("{\"not\":\"base64\"}", Assert.Single(await reader.TakeAsync("checks-poison", 1, Lease, Cancellation)).Body);
    }

    [Theory]
    [InlineData(1, "soon")]
    [InlineData(30 * 24 * 60, "later than the service can wait")]
    public async Task A_delayed_message_stays_invisible(int minutes, string when)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);

        await storage.Get<IJobQueue>().EnqueueAsync(JobQueues.Checks, new CheckMessage(when), TimeSpan.FromMinutes(minutes), Cancellation);

        Assert.Empty(await storage.Get<JobQueueReader>().TakeAsync(JobQueues.Checks, 1, Lease, Cancellation));
        Assert.Equal(1, await LengthAsync(storage, JobQueues.Checks));
    }

    [Fact]
    public async Task A_message_too_big_for_a_queue_is_refused_in_words()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);

        var refused = await Assert.ThrowsAsync<StorageLimitException>(() => EnqueueAsync(storage, new string('x', JobQueue.MostBytes)));

        Assert.Contains("fewer ids", refused.Message, StringComparison.Ordinal);
    }

    private static Task EnqueueAsync(TestStorage storage, string shard) =>
        storage.Get<IJobQueue>().EnqueueAsync(JobQueues.Checks, new CheckMessage(shard), null, Cancellation);

    private static async Task<int> LengthAsync(TestStorage storage, string queue) =>
        (await storage.Get<QueueServiceClient>().GetQueueClient(queue).GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;
}
