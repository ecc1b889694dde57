using Alerts.Notify;
using Alerts.Notify.Webhook;
using Alerts.Reconcile;
using Alerts.Watch;

namespace Alerts.Import;

/// <summary>Counters of one import, and the signing secrets it made, which nobody can read again later.</summary>
public sealed record ImportReport(int Cases, int Sources, int Subscribers, int Subscriptions, IReadOnlyList<NewSecret> NewSecrets);

/// <param name="Host">The host of the webhook; the rest of its address is a secret.</param>
/// <param name="Secret">Its new signing secret.</param>
public sealed record NewSecret(string Host, string Secret);

/// <summary>Writes what an import file holds. Doing it twice changes nothing.</summary>
public sealed class Importer(ICaseStore cases, ISourceStore sources, IRecipientStore recipients, ISubscriptionStore subscriptions)
{
    /// <summary>
    /// Sources come last: until they stand nothing is watched, so an import that is cut off tells nobody too little and is finished by doing it again.
    /// </summary>
    public async Task<ImportReport> RunAsync(ImportFile file, CancellationToken cancellation)
    {
        foreach (var watched in file.Cases)
        {
            await cases.PutAsync(watched, cancellation);
        }

        var secrets = new List<NewSecret>();
        foreach (var subscriber in file.Subscribers)
        {
            if (await SubscribeAsync(subscriber, cancellation) is { } secret)
            {
                secrets.Add(secret);
            }
        }

        foreach (var source in file.Sources)
        {
            await sources.PutAsync(source, cancellation);
        }

        return new ImportReport(file.Cases.Count, file.Sources.Count, file.Subscribers.Count, file.Subscribers.Sum(s => s.Topics.Count), secrets);
    }

    /// <returns>The signing secret when one was made for it; null when it has none or had one before.</returns>
    public async Task<NewSecret?> SubscribeAsync(Subscriber subscriber, CancellationToken cancellation)
    {
        var made = subscriber is { Channel: ChannelKind.Generic, Secret: null } ? WebhookSecret.Generate().Text : null;
        var recipient = await recipients.AddAsync(subscriber.Channel, subscriber.Target, subscriber.Secret ?? made, cancellation);
        foreach (var topic in subscriber.Topics)
        {
            await subscriptions.PutAsync(new Subscription(topic, recipient.Id, recipient.Channel), cancellation);
        }

        return made is not null && recipient.Secret == made ? new NewSecret(new Uri(subscriber.Target).Host, made) : null;
    }
}
