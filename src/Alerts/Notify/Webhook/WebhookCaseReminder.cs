using Alerts.Cases;

namespace Alerts.Notify.Webhook;

/// <summary>The data of <c>case.reminder</c>: what a program expects, which is not an event.</summary>
public sealed record WebhookCaseReminder
{
    /// <summary>Id of the reminder.</summary>
    public required string Change { get; init; }

    public required ReminderKind Kind { get; init; }

    public required WebhookCase Case { get; init; }

    /// <summary>The days that it is about; of a silence, the day of the last news.</summary>
    public required DateRange About { get; init; }

    public required CaseState State { get; init; }

    /// <summary>The events that it follows from.</summary>
    public required IReadOnlyList<WebhookEvent> Basis { get; init; }
}
