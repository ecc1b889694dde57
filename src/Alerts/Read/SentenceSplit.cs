using System.Text.RegularExpressions;

namespace Alerts.Read;

/// <summary>Cuts a paragraph into sentences, well enough to show which of them changed; it knows no abbreviations.</summary>
internal static partial class SentenceSplit
{
    public static IEnumerable<string> Of(string paragraph)
    {
        var from = 0;
        foreach (Match end in End().Matches(paragraph))
        {
            yield return paragraph[from..(end.Index + end.Length)].Trim();
            from = end.Index + end.Length;
        }

        if (from < paragraph.Length)
        {
            yield return paragraph[from..].Trim();
        }
    }

    [GeneratedRegex(@"[.!?…][""”»’)\]]*\s+(?=[""“«‘(\[]?[\p{Lu}\p{Nd}])", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
