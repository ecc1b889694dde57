using Alerts.Notify;

namespace Alerts.Tests.Notify;

public class DeliveryPolicyTests
{
    private static readonly SendOutcome Down = new(SendVerdict.TryAgain, "unreachable");

    private static readonly Delivery New = new() { Change = new ChangeKey(ChangeKind.Case, "c", "h"), RecipientId = "r", Channel = ChannelKind.Generic };

    [Fact]
    public void What_arrived_is_sent_and_done()
    {
        var sent = DeliveryPolicy.After(New with { Attempts = 2, NextAttempt = Sample.Now }, SendOutcome.Sent, Sample.Now, 0.5);

        Assert.Equal((DeliveryStatus.Sent, 3, "sent"), (sent.Status, sent.Attempts, sent.Outcome));
        Assert.Equal(Sample.Now, sent.SentAt);
        Assert.Null(sent.NextAttempt);
    }

    [Fact]
    public void What_could_not_even_be_tried_stays_due_however_often()
    {
        var delivery = New with { Attempts = DeliveryPolicy.Tries - 1 };

        var waiting = DeliveryPolicy.After(delivery, new SendOutcome(SendVerdict.Wait, "no-mail-provider", TimeSpan.FromHours(1)), Sample.Now, 0);

        Assert.Equal(DeliveryPolicy.Later(delivery with { Outcome = "no-mail-provider" }, Sample.Now.AddHours(1)), waiting);
    }

    [Fact]
    public void A_failed_send_is_tried_again_ever_more_rarely_for_three_days()
    {
        var (delivery, now, waits) = (New, Sample.Now, new List<TimeSpan>());
        while (delivery.Status == DeliveryStatus.Due)
        {
            delivery = DeliveryPolicy.After(delivery, Down, now, 0.5);
            waits.Add((delivery.NextAttempt ?? now) - now);
            now = delivery.NextAttempt ?? now;
        }

        Assert.Equal(TimeSpan.FromSeconds(5), waits[0]);
        Assert.Equal(TimeSpan.FromMinutes(5), waits[1]);
        Assert.Equal(waits[..^1].Order(), waits[..^1]);
        Assert.InRange(now - Sample.Now, TimeSpan.FromDays(3), TimeSpan.FromDays(3.5));
        Assert.Equal((DeliveryStatus.Failed, DeliveryPolicy.Tries, "unreachable"), (delivery.Status, delivery.Attempts, delivery.Outcome));
        Assert.Null(delivery.NextAttempt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.999)]
    public void The_next_try_is_never_sooner_than_the_receiver_asks(double random)
    {
        var asked = Down with { RetryAfter = TimeSpan.FromMinutes(7) };

        var waiting = DeliveryPolicy.After(New, asked, Sample.Now, random);

        Assert.InRange(waiting.NextAttempt!.Value, Sample.Now.AddMinutes(7), Sample.Now.AddMinutes(7.7));
    }

    [Fact]
    public void A_short_wait_asked_for_does_not_shorten_the_schedule()
    {
        var asked = Down with { RetryAfter = TimeSpan.FromSeconds(1) };

        var waiting = DeliveryPolicy.After(New with { Attempts = 3 }, asked, Sample.Now, 0.5);

        Assert.Equal(Sample.Now.AddHours(2), waiting.NextAttempt);
    }

    [Fact]
    public void No_receiver_can_put_an_alert_off_for_years()
    {
        var asked = Down with { RetryAfter = TimeSpan.FromDays(3650) };

        var waiting = DeliveryPolicy.After(New, asked, Sample.Now, 0);

        Assert.Equal(Sample.Now + DeliveryPolicy.LongestWait, waiting.NextAttempt);
    }

    [Fact]
    public void Chance_spreads_the_next_tries()
    {
        var delivery = New with { Attempts = 1 };

        Assert.Equal(Sample.Now.AddMinutes(4.5), DeliveryPolicy.After(delivery, Down, Sample.Now, 0).NextAttempt);
        Assert.Equal(Sample.Now.AddMinutes(5.5), DeliveryPolicy.After(delivery, Down, Sample.Now, 1).NextAttempt);
    }

    [Fact]
    public void What_will_not_mend_fails_at_once_with_its_reason()
    {
        var failed = DeliveryPolicy.After(New, new SendOutcome(SendVerdict.GiveUp, "gone"), Sample.Now, 0.5);

        Assert.Equal((DeliveryStatus.Failed, 1, "gone"), (failed.Status, failed.Attempts, failed.Outcome));
        Assert.Null(failed.NextAttempt);
    }
}
