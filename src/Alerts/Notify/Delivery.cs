using Alerts.Cases;

namespace Alerts.Notify;

/// <summary>Where a delivery stands.</summary>
public enum DeliveryStatus
{
    /// <summary>Not sent yet, or to be tried again.</summary>
    Due,
    Sent,

    /// <summary>Given up, with the outcome as the reason.</summary>
    Failed,

    /// <summary>Not sent: what it told does not hold any more. Where it was corrected, the correction goes out in its place.</summary>
    Superseded,
}

/// <summary>One alert on its way to one recipient.</summary>
public sealed record Delivery
{
    public required ChangeKey Change { get; init; }

    public required string RecipientId { get; init; }

    public required ChannelKind Channel { get; init; }

    public DeliveryStatus Status { get; init; }

    /// <summary>
    /// Who has to enqueue it: the audience whose fan-out added it, or the change that gave way to it. Several fan-outs find the same recipient at once,
    /// and were each to enqueue what the other has just added, two mails would go out. null in rows of before: whoever finds it.
    /// </summary>
    public string? Enqueuer { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? NextAttempt { get; init; }

    /// <summary>
    /// Held by the one message that is to try again; a message without it, such as a batch that came back for another recipient, passes by. Else
    /// each of them would enqueue a further one. null before the first wait, and in rows of before: any message may try.
    /// </summary>
    public string? Ticket { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>A word about the last attempt: <c>sent</c>, <c>server-error</c>, <c>unreachable</c>, …; never an address.</summary>
    public string? Outcome { get; init; }

    /// <summary>The same on every try, so that a receiver can drop a repeat.</summary>
    public string MessageId => MessageIdOf(Change, RecipientId);

    public static string MessageIdOf(ChangeKey change, string recipientId) => $"msg_{StableId.Of(recipientId, change.OwnerId, change.Id)}";
}

/// <summary>One page of a change's deliveries, and where the next page starts.</summary>
public sealed record DeliveryPage(IReadOnlyList<Delivery> Deliveries, string? Continuation);

/// <summary>Where deliveries are kept: one row per change and recipient.</summary>
public interface IDeliveryStore
{
    /// <returns>Those to enqueue: new ones, and known ones that are still due and have the same <see cref="Delivery.Enqueuer"/>.</returns>
    Task<IReadOnlyList<Delivery>> AddMissingAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellation);

    Task<Delivery?> FindAsync(string changeId, string recipientId, CancellationToken cancellation);

    Task SaveAsync(Delivery delivery, CancellationToken cancellation);

    /// <summary>Whether one of the deliveries of a change is still due.</summary>
    Task<bool> AnyDueAsync(string changeId, CancellationToken cancellation);

    /// <summary>The deliveries of one change, by recipient; of a change that many are told of, a page at a time.</summary>
    Task<DeliveryPage> PageAsync(string changeId, string? continuation, CancellationToken cancellation);

    /// <summary>Every delivery of one change.</summary>
    IAsyncEnumerable<Delivery> OfAsync(string changeId, CancellationToken cancellation);
}
