namespace Alerts.Notify.Webhook;

/// <summary>The data of <c>page.changed</c>.</summary>
public sealed record WebhookPageChange
{
    /// <summary>Id of the change.</summary>
    public required string Change { get; init; }

    public required WebhookSource Source { get; init; }

    public required WebhookPage Page { get; init; }

    /// <summary>Sentences that came, in the order of the text; a very long one is cut and ends in an ellipsis.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Sentences that went.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>How many sentences more came or went.</summary>
    public required int LeftOut { get; init; }

    /// <summary>SHA-256 of the page as it came before.</summary>
    public string? Before { get; init; }

    /// <summary>SHA-256 of the page as it came now.</summary>
    public string? After { get; init; }
}

public sealed record WebhookSource(string Id, string Name);

/// <param name="Url">Where it stands.</param>
/// <param name="Title">Empty where it has none.</param>
public sealed record WebhookPage(Uri Url, string Title);
