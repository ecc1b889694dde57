using Alerts.Import;
using Alerts.Notify.Webhook;
using Alerts.Notify;

namespace Alerts.Tests.Import;

public class FormsTests
{
    [Theory]
    [InlineData("erlan-baltabay", true)]
    [InlineData("a1", true)]
    [InlineData("", false)]
    [InlineData("Erlan", false)]
    [InlineData("-a", false)]
    [InlineData("a--b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    public void A_slug_is_lower_case_letters_digits_and_single_hyphens(string text, bool valid) => Holds(Forms.Slug, text, valid);

    [Theory]
    [InlineData("https://example.org/a?b=c", true)]
    [InlineData("http://example.org:8080", true)]
    [InlineData("https://user:pass@example.org/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/news", false)]
    [InlineData("example.org", false)]
    public void An_address_is_whole_and_without_credentials(string text, bool valid) => Holds(Forms.Url, text, valid);

    [Theory]
    [InlineData("name@example.org", true)]
    [InlineData("имя@пример.рф", true)]
    [InlineData("Name <name@example.org>", false)]
    [InlineData("a@example.org, b@example.org", false)]
    [InlineData("a@example.org\nBcc: b@example.org", false)]
    [InlineData("name@localhost", false)]
    [InlineData("name", false)]
    public void An_email_address_is_one_bare_address(string text, bool valid) => Holds(Forms.Email, text, valid);

    [Theory]
    [InlineData("1m", 1)]
    [InlineData("90m", 90)]
    [InlineData("2h", 120)]
    [InlineData("30d", 43200)]
    public void An_interval_has_a_unit(string text, int minutes)
    {
        Assert.True(Forms.Every.TryRead(text, out var every));
        Assert.Equal(TimeSpan.FromMinutes(minutes), every);
    }

    [Theory]
    [InlineData("0m")]
    [InlineData("31d")]
    [InlineData("60")]
    [InlineData("10s")]
    [InlineData("99999d")]
    public void An_interval_out_of_bounds_is_refused(string text) => Holds(Forms.Every, text, valid: false);

    [Theory]
    [InlineData("all", true)]
    [InlineData("country:kz", true)]
    [InlineData("country:XX", false)]
    [InlineData("kind:law", true)]
    [InlineData("kind:laws", false)]
    [InlineData("tag:trade-unions", true)]
    [InlineData("source:court-register", true)]
    [InlineData("source:", false)]
    [InlineData("case:a/b", false)]
    public void A_topic_names_something_that_can_exist(string text, bool valid) => Holds(Forms.Topic, text, valid);

    [Fact]
    public void A_word_can_be_narrowed_to_some_of_the_vocabulary()
    {
        var kind = Forms.Word(ChannelKind.Generic, ChannelKind.Slack);

        Holds(kind, "slack", valid: true);
        Holds(kind, "email", valid: false);
        Assert.Equal("one of: generic, slack", kind.Expected);
    }

    [Fact]
    public void A_new_signing_secret_is_valid_and_never_the_same()
    {
        Holds(Forms.Secret, WebhookSecret.Generate().Text, valid: true);
        Assert.NotEqual(WebhookSecret.Generate().Text, WebhookSecret.Generate().Text);
        Holds(Forms.Secret, "whsec_c2hvcnQ=", valid: false);
        Holds(Forms.Secret, "whsec_", valid: false);
    }

    [Fact]
    public void All_the_countries_of_the_standard_are_known() => Assert.Equal(249, Countries.All.Count);

    private static void Holds<T>(Form<T> form, string text, bool valid) => Assert.Equal(valid, form.TryRead(text, out _));
}
