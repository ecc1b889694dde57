using Alerts.Cases;

namespace Alerts.Notify.Webhook;

/// <summary>The data of <c>case.corrected</c>.</summary>
public sealed record WebhookCaseCorrection
{
    /// <summary>Id of the correction.</summary>
    public required string Change { get; init; }

    public required CorrectionKind Kind { get; init; }

    /// <summary>The alert that told of the event first.</summary>
    public required WebhookEarlier Corrects { get; init; }

    public required WebhookCase Case { get; init; }

    /// <summary>The event as it was last told.</summary>
    public required WebhookEvent Was { get; init; }

    /// <summary>The event as it stands now; where it is retracted, it counts for nothing.</summary>
    public required WebhookEvent Event { get; init; }

    public required CaseState Before { get; init; }

    public required CaseState After { get; init; }

    /// <summary>The corrector's own words.</summary>
    public string? Note { get; init; }

    /// <summary>What proves the event as it stands; left out where it is retracted.</summary>
    public WebhookEvidence? Evidence { get; init; }
}

/// <param name="Change">The <c>change</c> of an earlier <c>case.changed</c>.</param>
/// <param name="At">Its <c>timestamp</c>.</param>
public sealed record WebhookEarlier(string Change, DateTimeOffset At);
