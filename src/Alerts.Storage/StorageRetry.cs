using Azure.Core;

namespace Alerts.Storage;

/// <summary>
/// Settings under <c>StorageRetry</c>: about 20 s of patience with a server that is busy or silent; a job that fails after that comes back by its queue.
/// </summary>
public sealed record StorageRetry
{
    /// <summary>Before the first repeat; doubled for each further one.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(0.5);

    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Repeats of one request.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>How long one try may take.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(30);

    internal T Of<T>(T options) where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.Delay = Delay;
        options.Retry.MaxDelay = MaxDelay;
        options.Retry.MaxRetries = MaxRetries;
        options.Retry.NetworkTimeout = NetworkTimeout;
        return options;
    }
}
