using Alerts.Cases;
using Alerts.Extract;
using Alerts.Reconcile;

namespace Alerts.Jobs;

/// <summary>The index of all watched cases, made anew when it is older than a minute, so that a new case is looked for soon.</summary>
public sealed class WatchedCases(ICaseStore cases, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim gate = new(1);
    private CaseIndex? index;
    private DateTimeOffset madeAt;

    public async Task<CaseIndex> IndexAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (index is null || time.GetUtcNow() - madeAt > KeptFor)
            {
                var definitions = await cases.ListAsync(cancellation).Select(f => f.Case).ToListAsync(cancellation);
                (index, madeAt) = (new CaseIndex(definitions), time.GetUtcNow());
            }

            return index;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
