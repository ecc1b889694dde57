using System.Text.Json;
using Alerts.Cases;
using Alerts.Notify.Wording;

namespace Alerts.Notify.Slack;

/// <summary>An alert in Slack's Block Kit, within its limits. Every text is escaped and none may be parsed for links or mentions.</summary>
public static class SlackMessage
{
    private const int LongestHeader = 150;
    private const int LongestField = 2000;
    private const int LongestText = 3000;
    private const int LongestButton = 75;

    public static byte[] Of(AlertText text)
    {
        object?[] blocks =
        [
            new { type = "header", text = Plain(text.Headline, LongestHeader) },
            new { type = "section", fields = Fields(text).Select(f => Markdown($"*{f.Label}*\n{Fit(f.Value, LongestField / 2)}")) },
            new { type = "rich_text", elements = new[] { Quote(text.Quote) } },
            new { type = "context", elements = new[] { Plain($"{text.Citation}. {text.HowKnown}", LongestText) } },
            text.Link is null ? null : new { type = "actions", elements = new[] { Button(text) } },
        ];
        var message = new
        {
            text = Fit($"{text.Headline} ({text.Before} → {text.Now})", LongestText),
            mrkdwn = false,
            unfurl_links = false,
            unfurl_media = false,
            blocks = blocks.OfType<object>(),
        };
        return JsonSerializer.SerializeToUtf8Bytes(message, Wire.Json);
    }

    private static IEnumerable<(string Label, string Value)> Fields(AlertText text)
    {
        if (text.Moved)
        {
            yield return (Labels.Before, text.Before);
        }

        yield return (text.Moved ? Labels.Now : Labels.Unchanged, text.Now);
        yield return (Labels.When, text.WhenNote is null ? text.When : $"{text.When} ({text.WhenNote})");
    }

    private static object Button(AlertText text) => new
    {
        type = "button",
        text = Plain(Labels.Read(text.Source), LongestButton),
        url = text.Link!.AbsoluteUri,
    };

    /// <summary>Rich text is taken literally: neither asterisks nor addresses in it mean anything.</summary>
    private static object Quote(string quote) => new
    {
        type = "rich_text_quote",
        elements = new[] { new { type = "text", text = Fit(quote, LongestText) } },
    };

    private static object Plain(string text, int longest) => new { type = "plain_text", text = Fit(text, longest), emoji = false };

    private static object Markdown(string escaped) => new { type = "mrkdwn", text = escaped, verbatim = true };

    /// <summary>Escaped, and cut so that it still fits once escaped.</summary>
    private static string Fit(string text, int longest)
    {
        var fitting = Escape(OutsideText.Cut(text, longest));
        for (var room = longest; fitting.Length > longest; fitting = Escape(OutsideText.Cut(text, room)))
        {
            room -= Math.Max(1, (fitting.Length - longest) / "&amp;".Length);
        }

        return fitting;
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
