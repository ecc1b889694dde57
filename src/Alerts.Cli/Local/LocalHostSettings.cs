using Alerts.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Alerts.Cli.Local;

/// <summary>How a command uses the data folder.</summary>
public enum LocalUse
{
    /// <summary>For one command: beside a running <c>alerts serve</c>, through its storage.</summary>
    Tool,

    /// <summary>Alone: the jobs run by their triggers, and tools may join.</summary>
    Serve,

    /// <summary>
    /// Alone, in memory and by <see cref="LocalHostSettings.Overrides"/> only, so that no key or account of the user's is touched;
    /// nothing runs but what <see cref="LocalHost.RunPendingAsync"/> runs.
    /// </summary>
    Steps,
}

/// <summary>What a <see cref="LocalHost"/> is made of.</summary>
public sealed record LocalHostSettings
{
    /// <summary>Key, outbox, settings file and, unless elsewhere, storage.</summary>
    public required string DataFolder { get; init; }

    public required LocalUse Use { get; init; }

    /// <summary>Addresses of subscribers are read or written, for which the protection key is needed.</summary>
    public bool TouchesAddresses { get; init; } = true;

    /// <summary>Port of the web app on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Settings that go before the environment and the settings file.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } = new Dictionary<string, string?>();

    /// <summary>Below it nothing is logged to the console; <see cref="LogLevel.None"/> for silence.</summary>
    public LogLevel Logged { get; init; } = LogLevel.Warning;

    /// <summary>How long a message that was taken stays invisible to others: after a crash, it comes back then.</summary>
    public TimeSpan MessageLease { get; init; } = Sweep.Lease;

    /// <summary>Last word on the services: another clock, another randomness.</summary>
    public Action<IServiceCollection>? Adjust { get; init; }

    /// <summary>Told which storage it is, once that is known and before it is asked for anything.</summary>
    public Action<string>? Opened { get; init; }

    /// <summary>Told in a few words what takes a while.</summary>
    public IProgress<string>? Progress { get; init; }
}
