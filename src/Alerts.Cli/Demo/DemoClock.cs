namespace Alerts.Cli.Demo;

/// <summary>A clock that stands at the day a story tells of, so that its news is as fresh as it was then; time-outs run on.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
