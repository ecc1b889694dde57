using Alerts.Notify;

namespace Alerts.Jobs;

/// <summary>What travels through a queue.</summary>
public abstract record JobMessage
{
    /// <summary>W3C trace context of the job that enqueued it, so that one trace runs from check to delivery.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How often it was given up and put back.</summary>
    public int Revivals { get; init; }
}

/// <summary>Sources to check: those due of one shard, which is leased to the job.</summary>
public sealed record CheckMessage(string Shard) : JobMessage;

/// <summary>One change and one page of an <see cref="Audience"/> to fan out to.</summary>
public sealed record AlertMessage(ChangeKey Change, string Audience, string? Continuation = null) : JobMessage;

/// <summary>One batch of recipients on one channel.</summary>
public sealed record DeliveryMessage(ChangeKey Change, IReadOnlyList<string> RecipientIds) : JobMessage;
