using Alerts.Cli.Local;

namespace Alerts.Cli.Commands.Doctor;

/// <summary>One part of the examination.</summary>
/// <param name="Name">What it looks at, in a word.</param>
/// <param name="Look">Looks.</param>
internal sealed record Checkup(string Name, Func<CancellationToken, Task<IReadOnlyList<Finding>>> Look)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>What it found; whatever goes wrong on the way is a finding, and the next goes on.</returns>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await Look(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [new Finding(Name, Verdict.Problem, $"no answer within {Patience.TotalSeconds:0} s", "See that this machine can reach it, and try again.")];
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return [new Finding(Name, Verdict.Problem, "could not be looked at", StorageTrouble.Cure(failure) ?? failure.Message)];
        }
    }
}
