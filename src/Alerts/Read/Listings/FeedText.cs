using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Alerts.Read.Listings;

/// <summary>Mends what keeps a feed from being XML though everybody reads it: stray characters in front, control characters, HTML's entities, bare ampersands.</summary>
internal static partial class FeedText
{
    private const string DataBegins = "<![CDATA[";
    private const string DataEnds = "]]>";

    public static string Mend(string text)
    {
        var mended = new StringBuilder(text.Length);
        var from = Math.Max(text.IndexOf('<', StringComparison.Ordinal), 0);
        while (from < text.Length)
        {
            var begin = Find(text, DataBegins, from);
            AppendReferences(mended, text.AsSpan(from, begin - from));

            // Sections of character data stay as they are.
            from = Math.Min(Find(text, DataEnds, begin) + DataEnds.Length, text.Length);
            Append(mended, text.AsSpan(begin, from - begin));
        }

        return mended.ToString();
    }

    private static int Find(string text, string mark, int from) =>
        text.IndexOf(mark, from, StringComparison.Ordinal) is var at && at >= 0 ? at : text.Length;

    private static void Append(StringBuilder xml, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(text.Slice(i++, 2));
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                xml.Append(text[i]);
            }
        }
    }

    /// <summary>XML's own references stay; HTML's become numbers; an ampersand that begins none is written out.</summary>
    private static void AppendReferences(StringBuilder xml, ReadOnlySpan<char> text)
    {
        var from = 0;
        foreach (var found in Reference().EnumerateMatches(text))
        {
            Append(xml, text[from..found.Index]);
            from = found.Index + found.Length;
            var reference = text[found.Index..from];
            if (reference is ['&', '#', ..] or "&amp;" or "&lt;" or "&gt;" or "&quot;" or "&apos;")
            {
                xml.Append(reference);
            }
            else if (reference.Length > 1 && Numbered(reference.ToString()) is { } number)
            {
                xml.Append(number);
            }
            else
            {
                xml.Append("&amp;").Append(reference[1..]);
            }
        }

        Append(xml, text[from..]);
    }

    private static string? Numbered(string reference)
    {
        var decoded = WebUtility.HtmlDecode(reference);
        return decoded.Length == 1 ? $"&#{(int)decoded[0]};" : null;
    }

    [GeneratedRegex("&(?:(?:[A-Za-z][A-Za-z0-9]{1,31}|#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6}));)?", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
