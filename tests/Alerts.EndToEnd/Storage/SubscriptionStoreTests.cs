using Alerts.Notify;
using Alerts.Storage.Tables;

namespace Alerts.EndToEnd.Storage;

public class SubscriptionStoreTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_topic_is_read_page_by_page_each_follower_once()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var subscriptions = storage.Get<ISubscriptionStore>();
        var followers = Enumerable.Range(0, SubscriptionTable.PageSize + 20).Select(n => $"email-{n:D4}").ToList();
        await Parallel.ForEachAsync(followers, Cancellation, async (follower, cancellation) =>
            await subscriptions.PutAsync(new Subscription(Topic.OfCountry("KZ"), follower, ChannelKind.Email), cancellation));
        await subscriptions.PutAsync(new Subscription(Topic.OfCountry("KG"), "email-other", ChannelKind.Email), Cancellation);

        var first = await subscriptions.PageAsync(Topic.OfCountry("KZ"), null, Cancellation);
        var second = await subscriptions.PageAsync(Topic.OfCountry("KZ"), first.Continuation, Cancellation);

        Assert.Equal((SubscriptionTable.PageSize, 20), (first.Subscriptions.Count, second.Subscriptions.Count));
        Assert.Equal(followers, first.Subscriptions.Concat(second.Subscriptions).Select(s => s.RecipientId));
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task Subscribing_twice_changes_nothing()
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var subscriptions = storage.Get<ISubscriptionStore>();
        var subscription = new Subscription(Topic.All, "slack-1", ChannelKind.Slack);

        await subscriptions.PutAsync(subscription, Cancellation);
        await subscriptions.PutAsync(subscription, Cancellation);

        Assert.Equal([subscription], (await subscriptions.PageAsync(Topic.All, null, Cancellation)).Subscriptions);
    }

    [Theory]
    [InlineData("a/b\\c#d?e")]
    [InlineData("профсоюзы")]
    [InlineData("with space")]
    public async Task A_tag_may_be_any_text(string tag)
    {
        await using var storage = await TestStorage.CreateAsync(azurite);
        var subscriptions = storage.Get<ISubscriptionStore>();
        var subscription = new Subscription(Topic.OfTag(tag), "email-1", ChannelKind.Email);

        await subscriptions.PutAsync(subscription, Cancellation);

        Assert.Equal([subscription], (await subscriptions.PageAsync(Topic.OfTag(tag), null, Cancellation)).Subscriptions);
        Assert.Empty((await subscriptions.PageAsync(Topic.OfTag("other"), null, Cancellation)).Subscriptions);
    }
}
