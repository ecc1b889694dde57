using System.Globalization;

namespace Alerts.Cli.Terminal;

/// <summary>
/// Text of others as it may reach a terminal: without control characters, which could move the cursor or change the terminal,
/// and without the marks that turn the direction of text, which could make it read as something else.
/// </summary>
public static class Visible
{
    /// <summary>On one line.</summary>
    public static string Of(string text) => Keep(text, lineBreaks: false);

    /// <summary>With its line breaks.</summary>
    public static string Lines(string text) => Keep(text, lineBreaks: true);

    /// <summary>On one line of at most so many characters; no pair of surrogates is cut in two.</summary>
    public static string Shortened(string text, int length)
    {
        var line = Of(text);
        if (line.Length <= length)
        {
            return line;
        }

        var kept = char.IsHighSurrogate(line[length - 2]) ? length - 2 : length - 1;
        return $"{line[..kept].TrimEnd()}…";
    }

    private static string Keep(string text, bool lineBreaks) => string.Create(text.Length, (text, lineBreaks), static (kept, source) =>
    {
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = source.text[i] switch
            {
                '\n' when source.lineBreaks => '\n',
                var c when IsHidden(c) => ' ',
                var c => c,
            };
        }
    });

    private static bool IsHidden(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || c is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
