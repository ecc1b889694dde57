using Alerts.Cases;
using Alerts.Notify;
using Alerts.Notify.Webhook;
using Alerts.Reconcile;
using Microsoft.Extensions.DependencyInjection;

namespace Alerts.Cli.Demo;

/// <summary>One change, and where its alerts went.</summary>
/// <param name="Case">The case that changed.</param>
/// <param name="Change">As it is stored.</param>
/// <param name="Mails">The .eml files written.</param>
/// <param name="Webhooks">The requests that came to the receiver.</param>
/// <param name="Undelivered">Deliveries that did not arrive.</param>
internal sealed record DemoAlert(Case Case, CaseChange Change, IReadOnlyList<string> Mails, IReadOnlyList<ReceivedWebhook> Webhooks, int Undelivered)
{
    public bool Arrived => Undelivered == 0 && Mails.All(File.Exists) && Webhooks.Count == 1 && Webhooks[0].Signature == SignatureCheck.Valid;

    /// <summary>What the receiver was told of, looked up in storage.</summary>
    public static async Task<IReadOnlyList<DemoAlert>> OfAsync(DemoWorld world, CancellationToken cancellation)
    {
        var alerts = new List<DemoAlert>();
        foreach (var received in world.Receiver.Take().GroupBy(r => (r.CaseId, r.ChangeId)))
        {
            alerts.Add(await FindAsync(world, received.Key.CaseId, received.Key.ChangeId, [.. received], cancellation));
        }

        return [.. alerts.OrderBy(a => a.Change.Event.Date).ThenBy(a => a.Case.Id, StringComparer.Ordinal)];
    }

    private static async Task<DemoAlert> FindAsync(
        DemoWorld world, string caseId, string changeId, IReadOnlyList<ReceivedWebhook> webhooks, CancellationToken cancellation)
    {
        var services = world.Host.Services;
        var cases = services.GetRequiredService<ICaseStore>();
        var file = await cases.FindAsync(caseId, cancellation);
        var change = await cases.FindNewsAsync(caseId, changeId, cancellation) as CaseChange;
        var deliveries = await services.GetRequiredService<IDeliveryStore>().OfAsync(changeId, cancellation).ToListAsync(cancellation);
        var mails = deliveries.Where(d => d.Channel == ChannelKind.Email).Select(d => Path.Combine(world.Outbox, $"{d.MessageId}.eml"));
        return new DemoAlert(file!.Case, change!, [.. mails], webhooks, deliveries.Count(d => d.Status != DeliveryStatus.Sent));
    }
}
