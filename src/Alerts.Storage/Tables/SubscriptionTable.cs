using Alerts.Cases;
using Alerts.Notify;
using Azure.Data.Tables;

namespace Alerts.Storage.Tables;

/// <summary>Subscriptions by topic: fan-out reads one partition, page by page.</summary>
public sealed class SubscriptionTable(TableServiceClient service) : ISubscriptionStore
{
    /// <summary>Rows of one page: five transactions of deliveries.</summary>
    public const int PageSize = 500;

    private const string Topic = nameof(Topic);
    private const string Channel = nameof(Channel);

    private readonly Table table = new(service, TableNames.Subscriptions);

    public Task PutAsync(Subscription subscription, CancellationToken cancellation)
    {
        var row = new TableEntity(TableKey.OfFreeText(subscription.Topic.Text), subscription.RecipientId)
        {
            [Topic] = subscription.Topic.Text,
            [Channel] = Word.Of(subscription.Channel),
        };
        return table.PutAsync(row, cancellation);
    }

    public async Task<int> CountAsync(Topic topic, CancellationToken cancellation)
    {
        var rows = table.QueryAsync($"PartitionKey eq {TableKey.OfFreeText(topic.Text)}", cancellation, nameof(TableEntity.RowKey));
        var first = await rows.AsPages().FirstOrDefaultAsync(cancellation);
        return first?.Values.Count ?? 0;
    }

    public async Task<TopicPage> PageAsync(Topic topic, string? continuation, CancellationToken cancellation)
    {
        var (rows, next) = await table.PageAsync($"PartitionKey eq {TableKey.OfFreeText(topic.Text)}", PageSize, continuation, cancellation);
        return new TopicPage([.. rows.Select(row => Subscription(topic, row))], next);
    }

    private static Subscription Subscription(Topic topic, TableEntity row) =>
        new(topic, row.RowKey, Word.Parse<ChannelKind>(row.GetString(Channel)));
}
