using Alerts.Cli.Local;
using Alerts.Jobs;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.EndToEnd.Cli;

public class SteppedQueueTests
{
    private static readonly CheckMessage Message = new("2");

    private readonly FakeTimeProvider clock = new();
    private readonly Recorded inner = new();

    [Fact]
    public async Task A_message_without_delay_goes_straight_on()
    {
        await new SteppedQueue(inner, clock).EnqueueAsync(JobQueues.Checks, Message, delay: null, TestContext.Current.CancellationToken);

        Assert.Equal([(JobQueues.Checks, Message, null)], inner.Enqueued);
    }

    [Fact]
    public async Task A_delayed_message_waits_for_the_program_s_own_clock()
    {
        var (queue, cancellation) = (new SteppedQueue(inner, clock), TestContext.Current.CancellationToken);
        await queue.EnqueueAsync(JobQueues.Checks, Message, TimeSpan.FromMinutes(5), cancellation);

        await queue.ReleaseAsync(cancellation);
        Assert.Empty(inner.Enqueued);
        Assert.Equal(clock.GetUtcNow().AddMinutes(5), queue.NextDue);

        clock.Advance(TimeSpan.FromMinutes(5));
        await queue.ReleaseAsync(cancellation);
        await queue.ReleaseAsync(cancellation);
        Assert.Equal([(JobQueues.Checks, Message, null)], inner.Enqueued);
        Assert.Null(queue.NextDue);
    }

    private sealed class Recorded : IJobQueue
    {
        public List<(string Queue, JobMessage Message, TimeSpan? Delay)> Enqueued { get; } = [];

        public Task EnqueueAsync<T>(string queue, T message, TimeSpan? delay, CancellationToken cancellation) where T : JobMessage
        {
            Enqueued.Add((queue, message, delay));
            return Task.CompletedTask;
        }
    }
}
