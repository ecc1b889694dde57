using System.Globalization;

namespace Alerts.Notify;

/// <summary>When a delivery is tried again, and when it is given up: the schedule of Standard Webhooks, ten tries over about three days.</summary>
public static class DeliveryPolicy
{
    /// <summary>A receiver that asks for longer is tried again after this long.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The first try and every later one.</summary>
    public static int Tries => Waits.Length + 1;

    /// <param name="delivery">As it stood before the try.</param>
    /// <param name="outcome">What came of the try.</param>
    /// <param name="now">When the try ended.</param>
    /// <param name="random">0..1: spreads the next tries, so that receivers that failed together are not all called together.</param>
    public static Delivery After(Delivery delivery, SendOutcome outcome, DateTimeOffset now, double random)
    {
        if (outcome.Verdict == SendVerdict.Wait)
        {
            return Later(delivery with { Outcome = outcome.Reason }, now + Wait(TimeSpan.Zero, outcome.RetryAfter, random));
        }

        var tried = delivery with { Attempts = delivery.Attempts + 1, Outcome = outcome.Reason, NextAttempt = null };
        return outcome.Verdict switch
        {
            SendVerdict.Sent => tried with { Status = DeliveryStatus.Sent, SentAt = now },
            SendVerdict.TryAgain when tried.Attempts < Tries => Later(tried, now + Wait(Waits[tried.Attempts - 1], outcome.RetryAfter, random)),
            _ => tried with { Status = DeliveryStatus.Failed },
        };
    }

    /// <returns>To be tried then, by whoever holds the new ticket.</returns>
    public static Delivery Later(Delivery delivery, DateTimeOffset then) => delivery with
    {
        NextAttempt = then,
        Ticket = then.ToString("O", CultureInfo.InvariantCulture),
    };

    private static TimeSpan Wait(TimeSpan scheduled, TimeSpan? asked, double random)
    {
        var spread = scheduled * (0.9 + (0.2 * random));
        var heeded = (asked > LongestWait ? LongestWait : asked ?? TimeSpan.Zero) * (1 + (0.1 * random));
        return heeded > spread ? heeded : spread;
    }
}
