using Alerts.Notify;
using Alerts.Notify.Webhook;
using Alerts.Watch;

namespace Alerts.Import;

/// <summary>Counters of one import, and the signing secrets it made, which nobody can read again later.</summary>
public sealed record ImportReport(int Cases, int Sources, int Subscribers, int Subscriptions, IReadOnlyList<NewSecret> NewSecrets)
{
    /// <summary>What changed of cases and events.</summary>
    public CaseTally Tally { get; init; }

    /// <summary>Events that the import tells of, new or not.</summary>
    public int Events { get; init; }
}

/// <param name="Host">The host of the webhook; the rest of its address is a secret.</param>
/// <param name="Secret">Its new signing secret.</param>
public sealed record NewSecret(string Host, string Secret);

/// <summary>Writes what an import file holds. Doing it twice changes nothing.</summary>
public sealed class Importer(CaseImporter cases, ISourceStore sources, IRecipientStore recipients, ISubscriptionStore subscriptions)
{
    /// <summary>As many parts are written at once.</summary>
    private const int AtOnce = 16;

    /// <summary>
    /// Sources come last: until they stand nothing is watched, so an import that is cut off tells nobody too little and is finished by doing it again.
    /// </summary>
    public Task<ImportReport> RunAsync(ImportFile file, CancellationToken cancellation) => RunAsync(file.Parts, null, cancellation);

    /// <param name="parts">Gone through once, and sources kept back until the end.</param>
    /// <param name="done">Told how many parts are written.</param>
    /// <param name="cancellation">Ends the work between two parts.</param>
    public async Task<ImportReport> RunAsync(IEnumerable<ImportPart> parts, IProgress<int>? done, CancellationToken cancellation)
    {
        var (report, last, written) = (new ImportReport(0, 0, 0, 0, []), new List<Source>(), 0);
        foreach (var some in parts.Chunk(AtOnce))
        {
            var ofCases = some.Where(p => p is CasePart or HistoryPart).GroupBy(CaseId).Select(g => PutAsync([.. g], cancellation));
            report = (await Task.WhenAll(ofCases)).Aggregate(report, (sum, tally) => sum with { Tally = sum.Tally + tally });
            foreach (var part in some)
            {
                report = Counted(report, part);
                if (part is SubscriberPart { Subscriber: var subscriber } && await SubscribeAsync(subscriber, cancellation) is { } secret)
                {
                    report = report with { NewSecrets = [.. report.NewSecrets, secret] };
                }

                if (part is SourcePart { Source: var source })
                {
                    last.Add(source);
                }
            }

            done?.Report(written += some.Length);
        }

        foreach (var source in last)
        {
            await sources.PutAsync(source, cancellation);
        }

        return report;
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

    /// <summary>Of one case, one after the other.</summary>
    private async Task<CaseTally> PutAsync(IReadOnlyList<ImportPart> parts, CancellationToken cancellation)
    {
        var tally = default(CaseTally);
        foreach (var part in parts)
        {
            tally += part is CasePart watched
                ? await cases.PutAsync(watched.Case, watched.History, cancellation)
                : await cases.AddAsync(((HistoryPart)part).History, cancellation);
        }

        return tally;
    }

    private static string CaseId(ImportPart part) => part is CasePart watched ? watched.Case.Id : ((HistoryPart)part).History.CaseId;

    private static ImportReport Counted(ImportReport report, ImportPart part) => part switch
    {
        CasePart { History: var history } => report with { Cases = report.Cases + 1, Events = report.Events + Count(history) },
        HistoryPart { History: var history } => report with { Events = report.Events + Count(history) },
        SubscriberPart { Subscriber: var subscriber } => report with
        {
            Subscribers = report.Subscribers + 1,
            Subscriptions = report.Subscriptions + subscriber.Topics.Count,
        },
        _ => report with { Sources = report.Sources + 1 },
    };

    private static int Count(CaseHistory? history) => history is null ? 0 : history.Events.Count + history.Told.Count;
}
