using System.Text;
using System.Text.RegularExpressions;
using UtfUnknown;

namespace Alerts.Read;

/// <summary>Bytes to text. A byte order mark decides; then what header or document declare, unless it makes garbage of the bytes; then detection.</summary>
public static partial class Charset
{
    /// <summary>How far into a document its own declaration is looked for.</summary>
    private const int DeclarationWithin = 4096;

    /// <summary>Enough to tell a charset by.</summary>
    private const int DetectedFrom = 256 * 1024;

    private const float TrustDetectionFrom = 0.4f;

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="body">The bytes as received.</param>
    /// <param name="fromHeader">The charset parameter of Content-Type, as given.</param>
    /// <returns>The text, or null when no charset makes text of the bytes.</returns>
    public static string? Decode(byte[] body, string? fromHeader)
    {
        if (Marked(body) is { } marked)
        {
            return Plausible(marked);
        }

        // UTF-8 with foreign letters in it is never UTF-8 by chance, whatever is declared.
        if (Strict(body) is { } utf8 && (utf8.Length < body.Length || Named(fromHeader) is null))
        {
            return Plausible(utf8);
        }

        return new[] { Named(fromHeader), Named(Declared(body)), Detected(body), Encoding.UTF8 }
            .OfType<Encoding>()
            .Select(e => Plausible(e.GetString(body)))
            .FirstOrDefault(t => t is not null);
    }

    private static string? Marked(byte[] body) => new Encoding[] { Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode }
        .Where(e => body.AsSpan().StartsWith(e.Preamble))
        .Select(e => e.GetString(body.AsSpan(e.Preamble.Length)))
        .FirstOrDefault();

    private static string? Strict(byte[] body)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Plausible(string text) => Garbled.IsGarbled(text) ? null : text;

    /// <summary>Of the declaration in a meta element or an XML declaration.</summary>
    private static string? Declared(byte[] body)
    {
        var head = Encoding.ASCII.GetString(body.AsSpan(0, Math.Min(body.Length, DeclarationWithin)));
        return Declaration().Match(head) is { Success: true } found ? found.Groups[1].Value : null;
    }

    private static Encoding? Detected(byte[] body) =>
        CharsetDetector.DetectFromBytes(body[..Math.Min(body.Length, DetectedFrom)]).Detected is { Confidence: >= TrustDetectionFrom } found
            ? found.Encoding
            : null;

    /// <summary>By the names of the WHATWG Encoding Standard where it differs: what calls itself Latin-1 is windows-1252.</summary>
    private static Encoding? Named(string? name)
    {
        var known = name?.Trim().ToUpperInvariant() switch
        {
            "ISO-8859-1" or "ISO8859-1" or "LATIN1" or "US-ASCII" or "ASCII" => "windows-1252",
            "ISO-8859-9" => "windows-1254",
            "CP1251" or "CP-1251" or "WIN-1251" or "WIN1251" => "windows-1251",
            "UTF8" => "utf-8",
            "GB2312" or "GBK" => "gb18030",
            var other => other,
        };
        try
        {
            return known is { Length: > 0 } ? Encoding.GetEncoding(known) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{2,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
