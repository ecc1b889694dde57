using System.Text;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Storage.Protection;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Recipients: email subscribers by shard, webhooks and chat channels as endpoints. Their targets are stored encrypted only.</summary>
public sealed class RecipientTable(TableServiceClient service, Protector protector) : IRecipientStore
{
    internal const string Target = nameof(Target);

    private const string EndpointPartition = "endpoint";
    private const string Secret = nameof(Secret);

    private readonly Table subscribers = new(service, TableNames.Subscribers);
    private readonly Table endpoints = new(service, TableNames.Endpoints);

    public async Task<Recipient> AddAsync(ChannelKind channel, string target, string? secret, CancellationToken cancellation)
    {
        var added = new Recipient { Id = IdOf(channel, target), Channel = channel, Target = target.Trim(), Secret = secret };
        return await TableOf(channel).TryAddAsync(Row(added), cancellation)
            ? added
            : await FindAsync(added.Id, cancellation) ?? added;
    }

    public async Task<Recipient?> FindAsync(string recipientId, CancellationToken cancellation)
    {
        if (!Word.TryParse<ChannelKind>(recipientId.Split('-')[0], out var channel))
        {
            return null;
        }

        return await TableOf(channel).FindAsync(Partition(channel, recipientId), recipientId, cancellation) is { } row
            ? new Recipient
            {
                Id = recipientId,
                Channel = channel,
                Target = protector.Unprotect(row.GetBinary(Target), Place(recipientId, Target)),
                Secret = row.GetBinary(Secret) is { } secret ? protector.Unprotect(secret, Place(recipientId, Secret)) : null,
            }
            : null;
    }

    private TableEntity Row(Recipient recipient)
    {
        var row = new TableEntity(Partition(recipient.Channel, recipient.Id), recipient.Id)
        {
            [Target] = protector.Protect(recipient.Target, Place(recipient.Id, Target)),
        };
        if (recipient.Secret is { } secret)
        {
            row[Secret] = protector.Protect(secret, Place(recipient.Id, Secret));
        }

        return row;
    }

    /// <summary>The channel's word and a keyed hash: <c>email-1f0c…</c>.</summary>
    private string IdOf(ChannelKind channel, string target) => $"{Word.Of(channel)}-{protector.Hash(Normalized(channel, target))}";

    /// <summary>Mail addresses that differ only in case go to one mailbox nearly everywhere; of a URL only scheme and host are alike in any case.</summary>
    private static string Normalized(ChannelKind channel, string target) => channel == ChannelKind.Email
        ? target.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant()
        : Uri.TryCreate(target.Trim(), UriKind.Absolute, out var url) ? url.AbsoluteUri
        : throw new ArgumentException("The endpoint's address is not an absolute URL.", nameof(target));

    private Table TableOf(ChannelKind channel) => channel == ChannelKind.Email ? subscribers : endpoints;

    private static string Partition(ChannelKind channel, string recipientId) =>
        channel == ChannelKind.Email ? TableKey.Shard(recipientId) : EndpointPartition;

    internal static string Place(string recipientId, string column) => $"{column} of {recipientId}";
}
