using System.Text.Json;
using System.Text.Json.Serialization;
using Alerts.Cases;
using Alerts.Notify;

namespace Alerts.Jobs;

/// <summary>A message that no try can ever read. The reason tells which member and what is wrong with it.</summary>
public sealed class UnreadableMessageException(string reason) : Exception(reason);

/// <summary>What travels through a queue.</summary>
public abstract record JobMessage
{
    /// <summary>A member that is missing, null, unknown or twice there is an error at once, not a job that fails later.</summary>
    private static readonly JsonSerializerOptions Strict = new(Wire.Json)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>W3C trace context of the job that enqueued it, so that one trace runs from check to delivery.</summary>
    public string? TraceParent { get; init; }

    /// <summary>How often it was given up and put back.</summary>
    public int Revivals { get; init; }

    /// <summary>The one way from a queue's text to a message, for everybody who takes messages from a queue.</summary>
    /// <exception cref="UnreadableMessageException">It is no such message.</exception>
    public static T Read<T>(string body) where T : JobMessage
    {
        try
        {
            var message = JsonSerializer.Deserialize<T>(body, Strict) ?? throw new JsonException("The message is null.");
            message.Check();
            return message;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            throw new UnreadableMessageException(unreadable.Message);
        }
    }

    public string Write() => JsonSerializer.Serialize(this, GetType(), Wire.Json);

    /// <exception cref="FormatException">A member holds what it must not.</exception>
    protected virtual void Check()
    {
    }
}

/// <summary>Sources to check: those due of one shard, which is leased to the job.</summary>
public sealed record CheckMessage(string Shard) : JobMessage;

/// <summary>One change and one page of an <see cref="Audience"/> to fan out to.</summary>
public sealed record AlertMessage(ChangeKey Change, string Audience, string? Continuation = null) : JobMessage
{
    protected override void Check() => Notify.Audience.Parse(Audience);
}

/// <summary>One batch of recipients on one channel.</summary>
public sealed record DeliveryMessage(ChangeKey Change, IReadOnlyList<string> RecipientIds) : JobMessage
{
    /// <summary>That of the delivery that waits for this message; null for the first try.</summary>
    public string? Ticket { get; init; }

    /// <summary>Nullability is not enforced within a list.</summary>
    protected override void Check()
    {
        if (RecipientIds.Any(string.IsNullOrEmpty))
        {
            throw new FormatException("A recipient has no id.");
        }
    }
}
