namespace Alerts.Watch;

/// <summary>Ends a fetch that as a whole, or in any one step, takes too long.</summary>
public sealed class Patience : IDisposable
{
    private readonly TimeSpan whole;
    private readonly TimeSpan perStep;
    private readonly TimeProvider time;
    private readonly long begun;
    private readonly CancellationTokenSource total;
    private readonly CancellationTokenSource step;
    private readonly CancellationTokenSource any;

    /// <param name="whole">For all of it.</param>
    /// <param name="perStep">For each step.</param>
    /// <param name="time">What tells the time.</param>
    /// <param name="cancellation">Ends it as well.</param>
    public Patience(TimeSpan whole, TimeSpan perStep, TimeProvider time, CancellationToken cancellation)
    {
        (this.whole, this.perStep, this.time, begun) = (whole, perStep, time, time.GetTimestamp());
        total = new CancellationTokenSource(whole, time);
        step = new CancellationTokenSource(perStep, time);
        any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, total.Token, step.Token);
    }

    public CancellationToken Token => any.Token;

    /// <summary>What is left of the whole.</summary>
    public TimeSpan Left => whole - time.GetElapsedTime(begun) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Something came: the next step has its full time again.</summary>
    public void Renew() => step.CancelAfter(perStep);

    public void Dispose()
    {
        any.Dispose();
        step.Dispose();
        total.Dispose();
    }
}
