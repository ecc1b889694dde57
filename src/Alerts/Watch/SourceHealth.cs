namespace Alerts.Watch;

/// <summary>What became of a source's health at one check; each is told to the operator once.</summary>
public enum HealthTurn
{
    None,

    /// <summary>From healthy to failing.</summary>
    Failed,

    /// <summary>From failing to healthy.</summary>
    Healed,
}

/// <summary>The state machine of a source: healthy, failing, healed.</summary>
public static class SourceHealth
{
    /// <summary>One failed check is the weather; so many in a row are a failing source.</summary>
    public const int FailuresToFailing = 2;

    /// <param name="before">As it was remembered.</param>
    /// <param name="failed">How the check went.</param>
    /// <param name="now">When this is.</param>
    /// <returns>Failures in a row, since when it is failing, and the turn it took.</returns>
    public static (int Failures, DateTimeOffset? FailingSince, HealthTurn Turn) After(SourceState before, bool failed, DateTimeOffset now) => (before, failed) switch
    {
        ({ FailingSince: not null }, false) => (0, null, HealthTurn.Healed),
        (_, false) => (0, null, HealthTurn.None),
        ({ FailingSince: null, Failures: >= FailuresToFailing - 1 }, true) => (before.Failures + 1, now, HealthTurn.Failed),
        _ => (before.Failures + 1, before.FailingSince, HealthTurn.None),
    };
}
