using Alerts.Cases;

namespace Alerts.Notify.Webhook;

/// <summary>The data of <c>case.changed</c>.</summary>
public sealed record WebhookCaseChange
{
    /// <summary>Id of the change.</summary>
    public required string Change { get; init; }

    public required WebhookCase Case { get; init; }

    public required WebhookEvent Event { get; init; }

    public required CaseState Before { get; init; }

    public required CaseState After { get; init; }

    public required WebhookEvidence Evidence { get; init; }
}

public sealed record WebhookCase(string Id, CaseKind Kind, string Name, string? Country);

public sealed record WebhookEvent
{
    public required string Id { get; init; }

    public required CaseEventType Type { get; init; }

    public PartialDate? Date { get; init; }

    public DateBasis DateBasis { get; init; }

    /// <summary>ISO 8601 duration.</summary>
    public string? Term { get; init; }

    public string? Detail { get; init; }

    public required double Confidence { get; init; }
}

/// <param name="Quote">The words of the source; a very long sentence is cut and ends in an ellipsis.</param>
/// <param name="Url">Where they stood.</param>
/// <param name="Published">When the source says it was published.</param>
/// <param name="Digest">SHA-256 of the page as it came.</param>
public sealed record WebhookEvidence(string Quote, Uri Url, DateOnly? Published, string? Digest);
