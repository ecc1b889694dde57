using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Alerts.Read;

/// <summary>Mends what keeps a feed from being XML though everybody reads it: stray characters in front, control characters, HTML's entities, bare ampersands.</summary>
internal static partial class FeedText
{
    public static string Mend(string text)
    {
        var xml = new StringBuilder(text.Length);
        var start = text.IndexOf('<', StringComparison.Ordinal);
        for (var i = Math.Max(start, 0); i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(text[i]).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                xml.Append(text[i]);
            }
        }

        return Reference().Replace(xml.ToString(), Mended);
    }

    /// <summary>Sections of character data stay as they are; XML's own references too; HTML's become numbers, and an ampersand that begins none is written out.</summary>
    private static string Mended(Match match) =>
        match.Value[0] == '<' || match.Groups[1].Value is "amp" or "lt" or "gt" or "quot" or "apos" ? match.Value
        : match.Groups[1].Value is { Length: > 0 } name ? Numbered(name) ?? "&amp;" + match.Value[1..]
        : match.Groups[2].Length > 0 ? match.Value
        : "&amp;";

    private static string? Numbered(string name)
    {
        var decoded = WebUtility.HtmlDecode($"&{name};");
        return decoded.Length == 1 ? $"&#{(int)decoded[0]};" : null;
    }

    [GeneratedRegex(@"<!\[CDATA\[(?s:.*?)\]\]>|&(?:([A-Za-z][A-Za-z0-9]{1,31});|(#(?:[0-9]{1,7}|x[0-9A-Fa-f]{1,6});))?", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
