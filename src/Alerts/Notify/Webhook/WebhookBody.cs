using System.Text.Json;
using Alerts.Cases;

namespace Alerts.Notify.Webhook;

/// <summary>What a generic webhook carries: <c>{type, timestamp, data}</c>, byte for byte the same on every try.</summary>
public sealed record WebhookBody(string Type, DateTimeOffset Timestamp, WebhookData Data)
{
    private const int LongestText = 2000;

    public static byte[] Of(Alert alert)
    {
        var (watched, change) = (alert.Case, alert.Change);
        var (happened, evidence) = (change.Event, change.Event.Evidence[0]);
        var data = new WebhookData
        {
            Change = change.Id,
            Case = new WebhookCase(watched.Id, watched.Kind, watched.Name, watched.Country),
            Event = new WebhookEvent
            {
                Id = happened.Id,
                Type = happened.Type,
                Date = happened.Date,
                DateBasis = happened.DateBasis,
                Term = happened.Term,
                Detail = happened.Detail,
                Confidence = happened.Confidence,
            },
            Before = change.Before,
            After = change.After,
            Evidence = new WebhookEvidence(OutsideText.Cut(evidence.Quote, LongestText), evidence.Url, evidence.Published, evidence.Digest),
        };
        return JsonSerializer.SerializeToUtf8Bytes(new WebhookBody("case.changed", change.At, data), Wire.Json);
    }
}

public sealed record WebhookData
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
