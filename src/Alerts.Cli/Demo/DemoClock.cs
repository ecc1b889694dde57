namespace Alerts.Cli.Demo;

/// <summary>A clock that stands at the day the demo tells of, so that its news is as fresh as it was then.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
