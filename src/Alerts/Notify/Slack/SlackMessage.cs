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
    private const int RoomForMore = 100;

    private static readonly Writer EachKind = new();

    public static byte[] Of(Alert alert) => alert.Write(EachKind);

    private static byte[] Bytes(AlertText text, string summary, IEnumerable<object> body, string context)
    {
        object?[] frame =
        [
            new { type = "header", text = Plain(text.Headline, LongestHeader) },
            .. body,
            new { type = "context", elements = new[] { Plain($"{context}. {text.HowKnown}", LongestText) } },
            text.Link is null ? null : new { type = "actions", elements = new[] { Button(text) } },
        ];
        var message = new
        {
            text = Fit(summary, LongestText),
            mrkdwn = false,
            unfurl_links = false,
            unfurl_media = false,
            blocks = frame.OfType<object>(),
        };
        return JsonSerializer.SerializeToUtf8Bytes(message, Wire.Json);
    }

    private sealed class Writer : IAlertWriter<byte[]>
    {
        public byte[] Write(CaseAlert alert)
        {
            var text = CaseText.Of(alert);
            object[] body =
            [
                new { type = "section", fields = Fields(text).Select(f => Markdown($"*{f.Label}*\n{Fit(f.Value, LongestField / 2)}")) },
                new { type = "rich_text", elements = new[] { Quote(Fit(text.Quote, LongestText)) } },
            ];
            return Bytes(text, $"{text.Headline} ({text.Before} → {text.Now})", body, text.Citation);
        }

        public byte[] Write(CorrectionAlert alert)
        {
            var text = CorrectionText.Of(alert);
            object?[] body =
            [
                new { type = "section", text = Plain(text.Lead, LongestText) },
                new { type = "section", fields = Fields(text).Select(f => Markdown($"*{f.Label}*\n{Fit(f.Value, LongestField / 2)}")) },
                text.Note is null ? null : new { type = "section", text = Plain($"{Labels.Note}: {text.Note}", LongestText) },
                text.Quote is null ? null : new { type = "rich_text", elements = new[] { Quote(Fit(text.Quote, LongestText)) } },
            ];
            return Bytes(text, $"{text.Headline} ({text.Lead})", body.OfType<object>(), text.Citation);
        }

        public byte[] Write(ReminderAlert alert)
        {
            var text = ReminderText.Of(alert);
            object[] body = [new { type = "section", fields = Fields(text).Select(f => Markdown($"*{f.Label}*\n{Fit(f.Value, LongestField / 2)}")) }];
            return Bytes(text, text.Headline, body, text.Source);
        }

        public byte[] Write(PageAlert alert)
        {
            var text = PageText.Of(alert);
            var shown = Shown(text);
            var more = text.MoreThan(shown.Count);
            object[] body = [new { type = "rich_text", elements = new[] { Quote(string.Join('\n', more is null ? shown : [.. shown, more])) } }];
            return Bytes(text, text.Headline, body, text.Citation);
        }
    }

    private static IEnumerable<(string Label, string Value)> Fields(CaseText text)
    {
        if (text.Moved)
        {
            yield return (Labels.Before, text.Before);
        }

        yield return (text.Moved ? Labels.Now : Labels.Unchanged, text.Now);
        yield return (Labels.When, text.WhenNote is null ? text.When : $"{text.When} ({text.WhenNote})");
    }

    private static IEnumerable<(string Label, string Value)> Fields(CorrectionText text)
    {
        yield return (Labels.ToldBefore, text.Told);
        yield return (Labels.Holds, text.Holds);
        if (text.Moved)
        {
            yield return (Labels.StateBefore, text.Before);
        }

        yield return (text.Moved ? Labels.StateNow : Labels.StateUnchanged, text.Now);
    }

    private static IEnumerable<(string Label, string Value)> Fields(ReminderText text)
    {
        yield return (text.Label, text.When);
        yield return (Labels.Now, text.Now);
        if (text.Basis.Count > 0)
        {
            yield return (Labels.Basis, string.Join('\n', text.Basis));
        }
    }

    /// <summary>The marked sentences, escaped, that there is room for.</summary>
    private static List<string> Shown(PageText text)
    {
        var room = LongestText - RoomForMore;
        return [.. text.Sentences.Select(s => Fit($"{s.Mark} {s.Text}", LongestText / 4)).TakeWhile(line => (room -= line.Length + 1) >= 0)];
    }

    private static object Button(AlertText text) => new
    {
        type = "button",
        text = Plain(Labels.Read(text.Source), LongestButton),
        url = text.Link!.AbsoluteUri,
    };

    /// <summary>Rich text is taken literally: neither asterisks nor addresses in it mean anything.</summary>
    private static object Quote(string escaped) => new
    {
        type = "rich_text_quote",
        elements = new[] { new { type = "text", text = escaped } },
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
