using System.Text.Json;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Notify.Slack;
using Alerts.Notify.Wording;

namespace Alerts.Tests.Notify.Slack;

public class SlackMessageTests
{
    [Fact]
    public void The_message_tells_what_happened_and_proves_it()
    {
        var message = Write(Sample.Alert());
        var blocks = message.GetProperty("blocks").EnumerateArray().ToList();

        Assert.Equal("Asel Tomiris: sentenced to 5 months (released (pardon) → imprisoned (5 months))", message.GetProperty("text").GetString());
        Assert.Equal(["header", "section", "rich_text", "context", "actions"], blocks.Select(b => b.GetProperty("type").GetString()));
        Assert.Equal("Asel Tomiris: sentenced to 5 months", blocks[0].GetProperty("text").GetProperty("text").GetString());
        Assert.Equal(
            ["*Before*\nreleased (pardon)", "*Now*\nimprisoned (5 months)", "*When*\nOctober 2019"],
            blocks[1].GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("text").GetString()));
        Assert.Contains(Sample.Quote, Texts(blocks[2]));
        Assert.StartsWith("news.example, 30 October 2019.", Texts(blocks[3]).Single(), StringComparison.Ordinal);
        Assert.Equal("https://news.example/2019/10/asel?a=1&b=2", blocks[4].GetProperty("elements")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Hostile_words_mention_nobody_and_link_nowhere()
    {
        var message = Write(Sample.Alert(name: Sample.Hostile, quote: Sample.Hostile));

        Assert.All(Texts(message), text => Assert.DoesNotContain('<', text));
        Assert.All(Texts(message), text => Assert.DoesNotContain('>', text));
        Assert.Contains(Texts(message), text => text.Contains("&lt;!channel&gt; &lt;@U1&gt;", StringComparison.Ordinal));
        Assert.All(Texts(message.GetProperty("blocks")[0]), text => Assert.DoesNotContain('\n', text));
        Assert.False(message.GetProperty("mrkdwn").GetBoolean());
        Assert.False(message.GetProperty("unfurl_links").GetBoolean());
    }

    [Theory]
    [InlineData("&")]
    [InlineData("word & word <b> ")]
    [InlineData("длинное слово ")]
    [InlineData("😀")]
    public void Long_words_keep_to_Slacks_limits(string piece)
    {
        var words = string.Concat(Enumerable.Repeat(piece, 2000));

        var message = Write(Sample.Alert(name: words, quote: words));

        var header = message.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()!;
        Assert.InRange(header.Length, 1, 150);
        Assert.All(Texts(message), text => Assert.InRange(text.Length, 1, 3000));
        Assert.All(Texts(message), text => Assert.DoesNotContain('\ufffd', text));
        Assert.All(Texts(message), text => Assert.DoesNotMatch("&(?!amp;|lt;|gt;)", text));
    }

    [Fact]
    public void Without_a_plain_web_address_there_is_no_button()
    {
        var message = Write(Sample.Alert(url: "javascript:alert(1)"));

        Assert.DoesNotContain("actions", message.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("type").GetString()));
    }

    [Fact]
    public void A_page_that_changed_shows_what_came_and_what_went()
    {
        var message = Write(Sample.Page(leftOut: 3));
        var blocks = message.GetProperty("blocks").EnumerateArray().ToList();

        Assert.Equal("Court register changed", message.GetProperty("text").GetString());
        Assert.Equal(["header", "rich_text", "context", "actions"], blocks.Select(b => b.GetProperty("type").GetString()));
        Assert.Equal([$"- {Sample.Removed}\n+ {Sample.Added}\nand 3 more sentences"], Texts(blocks[1]));
        Assert.Equal("https://court.example/register?a=1&b=2", blocks[3].GetProperty("elements")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Hostile_words_of_a_page_mention_nobody_and_link_nowhere()
    {
        var message = Write(Sample.Page(name: Sample.Hostile, added: Sample.Hostile, title: Sample.Hostile, url: "javascript:alert(1)"));

        Assert.All(Texts(message), text => Assert.DoesNotContain('<', text));
        Assert.DoesNotContain("actions", message.GetProperty("blocks").EnumerateArray().Select(b => b.GetProperty("type").GetString()));
    }

    [Theory]
    [InlineData("&")]
    [InlineData("word & word <b> ")]
    [InlineData("😀")]
    public void The_sentences_of_a_page_keep_to_Slacks_limits_and_those_without_room_are_counted(string piece)
    {
        var page = Sample.Page();
        var sentence = page.Change.Sentences[0] with { Text = string.Concat(Enumerable.Repeat(piece, 400)) };

        var message = Write(page with { Change = page.Change with { Sentences = [.. Enumerable.Repeat(sentence, 40)] } });

        var told = Texts(message.GetProperty("blocks")[1]).Single();
        Assert.InRange(told.Length, 1000, 3000);
        Assert.Equal(40, told.Count(c => c == '\n') + int.Parse(told[told.LastIndexOf('\n')..].Split(' ')[1]));
        Assert.DoesNotMatch("&(?!amp;|lt;|gt;)", told);
    }

    [Fact]
    public void A_correction_says_that_an_alert_was_wrong_what_it_told_and_what_holds()
    {
        var message = Write(Sample.Correction(CorrectionKind.Retracted, note: "Another <man>."));
        var blocks = message.GetProperty("blocks").EnumerateArray().ToList();

        Assert.Equal(["header", "section", "section", "section", "context"], blocks.Select(b => b.GetProperty("type").GetString()));
        Assert.Equal(["Our earlier alert of 30 October 2019 was wrong."], Texts(blocks[1]));
        Assert.Equal(
            ["*Told before*\nsentenced to 5 months (October 2019)", $"*What holds now*\n{Labels.TakenBack}", "*State before*\nimprisoned (5 months)", "*State now*\nreleased (pardon)"],
            Texts(blocks[2]));
        Assert.Contains("Another &lt;man&gt;.", Texts(blocks[3]).Single(), StringComparison.Ordinal);
        Assert.Contains(Texts(Write(Sample.Correction(CorrectionKind.Amended))), text => text == Sample.Quote);
    }

    [Fact]
    public void A_reminder_tells_the_date_the_state_and_from_what_it_was_worked_out()
    {
        var blocks = Write(Sample.Reminder()).GetProperty("blocks").EnumerateArray().ToList();

        Assert.Equal(["header", "section", "context", "actions"], blocks.Select(b => b.GetProperty("type").GetString()));
        Assert.Equal(
            [
                "*Release expected*\non 3 February 2020 (in 30 days)",
                "*Now*\nimprisoned (5 months)",
                "*Worked out from*\nsentenced to 5 months in October 2019\ncounted from the detention on 3 September 2019",
            ],
            Texts(blocks[1]));
        Assert.Contains("not a fact", Texts(blocks[2]).Single(), StringComparison.Ordinal);
    }

    private static JsonElement Write(Alert alert) => JsonDocument.Parse(SlackMessage.Of(alert)).RootElement;

    private static List<string> Texts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => [.. part.EnumerateArray().SelectMany(Texts)],
        JsonValueKind.Object => [.. part.EnumerateObject().SelectMany(Texts)],
        _ => [],
    };

    private static List<string> Texts(JsonProperty property) =>
        property is { Name: "text", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Texts(property.Value);
}
