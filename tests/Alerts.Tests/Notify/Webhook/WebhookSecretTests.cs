using Alerts.Notify.Webhook;

namespace Alerts.Tests.Notify.Webhook;

public class WebhookSecretTests
{
    [Fact]
    public void A_generated_secret_can_be_read_again_and_is_never_the_same()
    {
        var secret = WebhookSecret.Generate();

        Assert.Equal(secret.Text, WebhookSecret.Parse(secret.Text).Text);
        Assert.NotEqual(secret.Text, WebhookSecret.Generate().Text);
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_secret_is_24_to_64_bytes(int bytes, bool taken) =>
        Assert.Equal(taken, WebhookSecret.TryParse("whsec_" + Convert.ToBase64String(new byte[bytes])) is not null);

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_not base64 at all, not at all, never")]
    [InlineData("whpk_BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")]
    [InlineData("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB")]
    public void What_is_no_secret_is_refused_without_repeating_it(string text)
    {
        var refused = Assert.Throws<FormatException>(() => WebhookSecret.Parse(text));

        Assert.StartsWith("a webhook secret is whsec_ and", refused.Message, StringComparison.Ordinal);
        Assert.True(text.Length < 10 || !refused.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_secret_does_not_tell_itself()
    {
        var secret = WebhookSecret.Generate();

        Assert.DoesNotContain(secret.Text[10..], $"{secret}", StringComparison.Ordinal);
    }
}
