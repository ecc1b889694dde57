namespace Alerts.Watch;

/// <summary>Ends a fetch that as a whole, or in any one step, takes too long.</summary>
public sealed class Patience : IDisposable
{
    private readonly TimeSpan perStep;
    private readonly CancellationTokenSource total;
    private readonly CancellationTokenSource step;
    private readonly CancellationTokenSource any;

    public Patience(FetchOptions options, TimeProvider time, CancellationToken cancellation)
    {
        perStep = options.ReadTimeout;
        total = new CancellationTokenSource(options.TotalTimeout, time);
        step = new CancellationTokenSource(perStep, time);
        any = CancellationTokenSource.CreateLinkedTokenSource(cancellation, total.Token, step.Token);
    }

    public CancellationToken Token => any.Token;

    /// <summary>Something came: the next step has its full time again.</summary>
    public void Renew() => step.CancelAfter(perStep);

    public void Dispose()
    {
        any.Dispose();
        step.Dispose();
        total.Dispose();
    }
}
