namespace Alerts.Notify;

/// <summary>One page of a topic's recipients, and where the next page starts.</summary>
public sealed record TopicPage(IReadOnlyList<Subscription> Subscriptions, string? Continuation);

/// <summary>A recipient follows a topic.</summary>
public sealed record Subscription(Topic Topic, string RecipientId, ChannelKind Channel);

/// <summary>Where subscriptions are kept, by topic.</summary>
public interface ISubscriptionStore
{
    /// <summary>Subscribing twice changes nothing.</summary>
    Task PutAsync(Subscription subscription, CancellationToken cancellation);

    /// <summary>How many follow a topic, as far as one transaction tells: at most a thousand.</summary>
    Task<int> CountAsync(Topic topic, CancellationToken cancellation);

    Task<TopicPage> PageAsync(Topic topic, string? continuation, CancellationToken cancellation);
}
