using Alerts.Jobs;
using Alerts.Notify;

namespace Alerts.Tests.Jobs;

public class JobMessageTests
{
    private static readonly ChangeKey Change = new(ChangeKind.Case, "mira-solen", "1f0c");

    [Fact]
    public void A_message_is_read_as_it_was_written()
    {
        var alert = new AlertMessage(Change, "country:KZ", "next") { TraceParent = "00-1-2-01", Revivals = 2 };
        var delivery = new DeliveryMessage(Change, ["email-1", "generic-2"]);

        Assert.Equal(new CheckMessage("c"), JobMessage.Read<CheckMessage>(new CheckMessage("c").Write()));
        Assert.Equal(alert, JobMessage.Read<AlertMessage>(alert.Write()));
        Assert.Equal(delivery.Write(), JobMessage.Read<DeliveryMessage>(delivery.Write()).Write());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"shard":null}""")]
    [InlineData("""{"shard":7}""")]
    [InlineData("""{"shard":"c","shard":"d"}""")]
    [InlineData("""{"shard":"c","sourceIds":["one"]}""")]
    [InlineData("""{"shard":"c"} {"shard":"d"}""")]
    public void A_check_that_lacks_something_or_says_too_much_is_unreadable(string body) =>
        Assert.Throws<UnreadableMessageException>(() => JobMessage.Read<CheckMessage>(body));

    [Theory]
    [InlineData("""{"change":null,"audience":"all"}""")]
    [InlineData("""{"change":{"kind":"case","ownerId":"a"},"audience":"all"}""")]
    [InlineData("""{"change":{"kind":"no-such-kind","ownerId":"a","id":"b"},"audience":"all"}""")]
    [InlineData("""{"change":{"kind":0,"ownerId":"a","id":"b"},"audience":"all"}""")]
    [InlineData("""{"change":{"kind":"case","ownerId":"a","id":"b"}}""")]
    [InlineData("""{"change":{"kind":"case","ownerId":"a","id":"b"},"audience":"everybody"}""")]
    public void An_alert_that_names_no_change_or_no_audience_is_unreadable(string body) =>
        Assert.Throws<UnreadableMessageException>(() => JobMessage.Read<AlertMessage>(body));

    [Theory]
    [InlineData("""{"change":{"kind":"case","ownerId":"a","id":"b"}}""")]
    [InlineData("""{"change":{"kind":"case","ownerId":"a","id":"b"},"recipientIds":null}""")]
    [InlineData("""{"change":{"kind":"case","ownerId":"a","id":"b"},"recipientIds":["email-1",null]}""")]
    [InlineData("""{"change":{"kind":"case","ownerId":"a","id":"b"},"recipientIds":[""]}""")]
    public void A_delivery_that_names_no_recipient_is_unreadable(string body) =>
        Assert.Throws<UnreadableMessageException>(() => JobMessage.Read<DeliveryMessage>(body));

    [Fact]
    public void The_reason_names_the_place_and_not_what_stands_there()
    {
        var refused = Assert.Throws<UnreadableMessageException>(
            () => JobMessage.Read<AlertMessage>("""{"change":{"kind":"reader@family.example","ownerId":"a","id":"b"},"audience":"all"}"""));

        Assert.Contains("$.change.kind", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("family.example", refused.Message, StringComparison.Ordinal);
    }
}
