using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Alerts.Faults;

/// <summary>How a story ended whose storage failed.</summary>
/// <param name="Struck">How often it failed.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Betrayed">Secrets and addresses that were logged; must be none.</param>
public sealed record FaultResult(int Struck, Verdict Verdict, IReadOnlyList<string> Betrayed);

/// <summary>Tells the story over a storage that fails.</summary>
public static class FaultRun
{
    /// <param name="account">Connection string of an empty account.</param>
    /// <param name="plan">Which fault, if any, strikes a request.</param>
    /// <param name="lasting">How long by the story's clock; after that the storage is well again. null for ever.</param>
    public static async Task<FaultResult> RunAsync(string account, Func<StorageRequest, Fault?> plan, TimeSpan? lasting = null)
    {
        await using var story = await Story.BeginAsync(account);
        var (struck, logged) = (0, new LogBook());
        await using var host = await StoryHost.StartAsync(story.Impatient, logged);
        var now = story.ReleaseHer();
        var end = lasting is { } limited ? now + limited : DateTimeOffset.MaxValue;
        story.Proxy.Set(request =>
        {
            var fault = plan(request);
            struck += fault is null ? 0 : 1;
            return fault;
        });
        await story.RunUntilQuietAsync(
            async at =>
            {
                if (at > end)
                {
                    story.Proxy.Clear();
                }

                await TryAsync(host, at);
            },
            now);
        return new FaultResult(struck, await story.JudgeAsync(), [.. story.Secrets.Where(logged.Holds)]);
    }

    /// <summary>What the story asks of its storage when nothing fails.</summary>
    /// <param name="account">Connection string of an empty account.</param>
    public static async Task<IReadOnlyList<StagedRequest>> RequestsAsync(string account)
    {
        await using var story = await Story.BeginAsync(account);
        await using var host = await StoryHost.StartAsync(story.Settings);
        story.Proxy.Clear();
        await host.RunAsync(story.ReleaseHer());
        return [.. StagedRequest.Of(story.Proxy.Requests)];
    }

    /// <summary>As the triggers do: a run that failed is followed by the next.</summary>
    private static async Task TryAsync(StoryHost host, DateTimeOffset now)
    {
        try
        {
            await host.RunAsync(now);
        }
        catch (Exception failure) when (failure is Azure.RequestFailedException or AggregateException or TaskCanceledException)
        {
            // Its work comes back by the queues and the sweep.
        }
    }

    /// <summary>What an operator would read, exceptions in whole.</summary>
    private sealed class LogBook : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public bool Holds(string secret) => lines.Any(line => line.Contains(secret, StringComparison.Ordinal));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)}\n{exception}");

        public void Dispose()
        {
        }
    }
}
