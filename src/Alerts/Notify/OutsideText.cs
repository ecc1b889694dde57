using System.Globalization;
using System.Text;

namespace Alerts.Notify;

/// <summary>Text that others wrote, made fit to stand in an alert; escaping it for HTML or Slack is the channel's part.</summary>
internal static class OutsideText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <returns>
    /// One line, cut at a word to at most so many UTF-16 units: no control characters or line ends, no marks that hide text or turn its direction.
    /// </returns>
    public static string Line(string text, int longest)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            }
            else if (IsVisible(rune))
            {
                line.Append(rune);
            }
        }

        return Cut(line.ToString().TrimEnd(), longest);
    }

    /// <returns>The text, or its beginning up to a word's end and an ellipsis; never half a surrogate pair.</returns>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', longest - 1);
        var end = space > longest / 2 ? space : longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }

    /// <summary>Persian and Indic words need the two joiners; other format characters serve to deceive.</summary>
    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format || rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner;
}
