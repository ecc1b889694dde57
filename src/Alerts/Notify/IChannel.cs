namespace Alerts.Notify;

/// <summary>A way out. It says whether to try again; the dispatcher says when.</summary>
public interface IChannel
{
    ChannelKind Kind { get; }

    /// <param name="alert">What to tell.</param>
    /// <param name="recipient">Whom.</param>
    /// <param name="messageId">The same on every try.</param>
    /// <param name="cancellation">Ends the try.</param>
    Task<SendOutcome> SendAsync(Alert alert, Recipient recipient, string messageId, CancellationToken cancellation);
}

/// <summary>What came of one try.</summary>
public enum SendVerdict
{
    Sent,
    TryAgain,
    GiveUp,

    /// <summary>Nothing was tried, for want of a setting of ours: it stays due, however often.</summary>
    Wait,
}

/// <param name="Verdict">Whether to try again.</param>
/// <param name="Reason">A word: <c>sent</c>, <c>server-error</c>, <c>gone</c>, <c>timed-out</c>, …; never an address or URL.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone, when it says so.</param>
public sealed record SendOutcome(SendVerdict Verdict, string Reason, TimeSpan? RetryAfter = null)
{
    public static readonly SendOutcome Sent = new(SendVerdict.Sent, "sent");
}
