using Alerts.Notify;

namespace Alerts.Jobs;

/// <summary>One page of an audience, and where the next page starts.</summary>
public sealed record AudiencePage(IReadOnlyList<Addressee> Addressees, string? Continuation);

/// <summary>Who gets an alert, and which way.</summary>
public sealed record Addressee(string RecipientId, ChannelKind Channel);

/// <summary>Finds the people of an audience, page by page.</summary>
public sealed class Audiences(ISubscriptionStore subscriptions, IDeliveryStore deliveries)
{
    public async Task<AudiencePage> PageAsync(Audience audience, string? continuation, CancellationToken cancellation)
    {
        if (audience.Change is { } change)
        {
            var told = await deliveries.PageAsync(change, continuation, cancellation);

            // What is still due may have arrived without our knowing; only what was given up did not.
            return new AudiencePage(
                [.. told.Deliveries.Where(d => d.Status != DeliveryStatus.Failed).Select(d => new Addressee(d.RecipientId, d.Channel))],
                told.Continuation);
        }

        var page = await subscriptions.PageAsync(Topic.Parse(audience.Text), continuation, cancellation);
        return new AudiencePage([.. page.Subscriptions.Select(s => new Addressee(s.RecipientId, s.Channel))], page.Continuation);
    }
}
