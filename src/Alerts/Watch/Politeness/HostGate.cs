using Alerts.Http;
using Microsoft.Extensions.Options;

namespace Alerts.Watch.Politeness;

/// <summary>Lets one request at a time to a host, with a pause behind it. For one process; one host's sources are checked by one message.</summary>
public sealed class HostGate(IOptions<FetchOptions> options, TimeProvider time, Random random)
{
    /// <summary>A pause is lengthened by up to so much of itself, so that we do not come by the clock.</summary>
    private const double Jitter = 0.25;

    private readonly Lock changing = new();
    private readonly Dictionary<string, Door> doors = [];

    /// <summary>Waits for the host to be free.</summary>
    /// <param name="url">What is to be fetched.</param>
    /// <param name="crawlDelay">What the host wants between two requests, if it said so.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>A turn, over when it is disposed; or how long the host wants to be left alone, when that is longer than anybody waits here.</returns>
    public async Task<HostTurn> EnterAsync(Uri url, TimeSpan? crawlDelay, CancellationToken cancellation)
    {
        var door = Approach(Key(url));
        try
        {
            await door.Turn.WaitAsync(cancellation);
        }
        catch
        {
            Leave(door);
            throw;
        }

        var turn = new HostTurn(this, door, crawlDelay);
        try
        {
            var wait = door.FreeAt - time.GetUtcNow();
            if (wait > options.Value.LongestPause)
            {
                turn.GiveUp(wait);
            }
            else if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait, time, cancellation);
            }

            return turn;
        }
        catch
        {
            turn.GiveUp(TimeSpan.Zero);
            throw;
        }
    }

    internal void End(Door door, TimeSpan? crawlDelay, TimeSpan? retryAfter)
    {
        var spacing = Longer(options.Value.Spacing, crawlDelay ?? TimeSpan.Zero);
        door.FreeAt = time.GetUtcNow() + Longer(spacing * (1 + (Jitter * random.NextDouble())), retryAfter ?? TimeSpan.Zero);
        GiveBack(door);
    }

    internal void GiveBack(Door door)
    {
        door.Turn.Release();
        Leave(door);
    }

    private Door Approach(string host)
    {
        lock (changing)
        {
            var now = time.GetUtcNow();
            doors.Forget(d => d.Users == 0 && d.FreeAt <= now);
            if (!doors.TryGetValue(host, out var door))
            {
                doors[host] = door = new Door();
            }

            door.Users++;
            return door;
        }
    }

    private void Leave(Door door)
    {
        lock (changing)
        {
            door.Users--;
        }
    }

    private static string Key(Uri url) => (HostName.Of(url) ?? url.Host) + (url.IsDefaultPort ? "" : $":{url.Port}");

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>One host, and who waits for it.</summary>
    internal sealed class Door
    {
        // Never waited on by its handle, so there is nothing to dispose.
        public SemaphoreSlim Turn { get; } = new(1);

        public DateTimeOffset FreeAt { get; set; }

        public int Users { get; set; }
    }
}

/// <summary>Leave to send one request to a host.</summary>
public sealed class HostTurn : IDisposable
{
    private readonly HostGate gate;
    private readonly HostGate.Door door;
    private readonly TimeSpan? crawlDelay;
    private bool over;

    internal HostTurn(HostGate gate, HostGate.Door door, TimeSpan? crawlDelay) => (this.gate, this.door, this.crawlDelay) = (gate, door, crawlDelay);

    /// <summary>How long the host wants to be left alone: nothing may be sent. null where it may.</summary>
    public TimeSpan? Closed { get; private set; }

    /// <summary>What the answer asked for; nobody comes earlier.</summary>
    public TimeSpan? RetryAfter { get; set; }

    public void Dispose()
    {
        if (!over)
        {
            over = true;
            gate.End(door, crawlDelay, RetryAfter);
        }
    }

    internal void GiveUp(TimeSpan wait)
    {
        Closed = wait;
        over = true;
        gate.GiveBack(door);
    }
}
