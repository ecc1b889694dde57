namespace Alerts.Notify;

/// <summary>The way an alert leaves.</summary>
public enum ChannelKind
{
    Email,

    /// <summary>A signed webhook (Standard Webhooks 1.0.0).</summary>
    Generic,
    Slack,
}

/// <summary>Who receives alerts. Its target is a secret: it never reaches a log, queue, span or exception.</summary>
public sealed record Recipient
{
    /// <summary>Same address or URL, same id; tells nothing about either.</summary>
    public required string Id { get; init; }

    public required ChannelKind Channel { get; init; }

    /// <summary>An email address or a webhook URL.</summary>
    public required string Target { get; init; }

    /// <summary>The signing secret of a generic webhook: <c>whsec_</c> and base64.</summary>
    public string? Secret { get; init; }

    public override string ToString() => $"{Channel} {Id}";
}

/// <summary>A recipient is there, and who it is cannot be told: its row was stored with another key, or altered. Names the row, never the target.</summary>
public sealed class UnreadableRecipientException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Where recipients are kept, their targets encrypted.</summary>
public interface IRecipientStore
{
    /// <summary>Adds a recipient, or finds the one that has this target already (whose secret then stands).</summary>
    Task<Recipient> AddAsync(ChannelKind channel, string target, string? secret, CancellationToken cancellation);

    /// <exception cref="UnreadableRecipientException">Its row cannot be decrypted.</exception>
    Task<Recipient?> FindAsync(string recipientId, CancellationToken cancellation);
}
