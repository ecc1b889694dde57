using System.Threading.Channels;
using Alerts.Cli.Local;
using Alerts.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Alerts.EndToEnd.Cli;

public class JobTimerTests
{
    private static readonly DateTimeOffset Noon = new(2031, 4, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Every_trigger_has_its_job() =>
        Assert.Equal(JobTrigger.All.Select(t => t.Job).Order(), LocalJobs.All.Keys.Order());

    [Theory]
    [InlineData(null, "12:01:00")]
    [InlineData("*/10 * * * * *", "12:00:10")]
    [InlineData("*/5 * * * *", "12:05:00")]
    public void The_schedule_is_the_setting_s_or_the_default(string? setting, string next)
    {
        var schedule = JobSchedules.Of(JobSchedules.SweepSetting, Settings(setting));

        Assert.Equal(next, schedule.GetNextOccurrence(Noon.UtcDateTime).ToString("HH:mm:ss"));
    }

    [Fact]
    public void A_schedule_that_is_none_is_refused() =>
        Assert.Contains("SweepSchedule", Assert.Throws<FormatException>(() => JobSchedules.Of(JobSchedules.SweepSetting, Settings("soon"))).Message);

    [Fact]
    public async Task A_job_runs_at_each_tick_and_goes_on_after_a_failure()
    {
        var clock = new Clock(Noon);
        var runs = Channel.CreateUnbounded<DateTimeOffset>();
        using var stop = new CancellationTokenSource();
        var timer = new JobTimer(clock, NullLogger<JobTimer>.Instance).RunAsync(
            "job",
            JobSchedules.Of(JobSchedules.SweepSetting, Settings(null)),
            _ =>
            {
                runs.Writer.TryWrite(clock.GetUtcNow());
                throw new InvalidOperationException("this time it fails");
            },
            stop.Token);

        for (var minute = 1; minute <= 3; minute++)
        {
            await clock.AdvanceToNextTimerAsync();
            Assert.Equal(Noon.AddMinutes(minute), await runs.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }

        await stop.CancelAsync();
        await timer;
    }

    [Fact]
    public async Task Ticks_missed_by_a_long_run_are_made_up_for_once()
    {
        var clock = new Clock(Noon);
        var runs = Channel.CreateUnbounded<DateTimeOffset>();
        using var stop = new CancellationTokenSource();
        var timer = new JobTimer(clock, NullLogger<JobTimer>.Instance).RunAsync(
            "job",
            JobSchedules.Of(JobSchedules.SweepSetting, Settings(null)),
            _ =>
            {
                runs.Writer.TryWrite(clock.GetUtcNow());
                if (clock.GetUtcNow() == Noon.AddMinutes(1))
                {
                    clock.Advance(TimeSpan.FromMinutes(3.5));
                }

                return Task.CompletedTask;
            },
            stop.Token);

        await clock.AdvanceToNextTimerAsync();
        await clock.AdvanceToNextTimerAsync();

        Assert.Equal(Noon.AddMinutes(1), await runs.Reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Noon.AddMinutes(4.5), await runs.Reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Noon.AddMinutes(5), await runs.Reader.ReadAsync(TestContext.Current.CancellationToken));
        await stop.CancelAsync();
        await timer;
    }

    private static IConfigurationRoot Settings(string? schedule) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(JobSchedules.SweepSetting, schedule)]).Build();

    /// <summary>A clock that is moved on once somebody waits for it.</summary>
    private sealed class Clock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            waits.Writer.TryWrite(dueTime);
            return timer;
        }

        public async Task AdvanceToNextTimerAsync() => Advance(await waits.Reader.ReadAsync(TestContext.Current.CancellationToken));
    }
}
