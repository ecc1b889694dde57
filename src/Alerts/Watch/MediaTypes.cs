using System.Buffers;
using System.Collections.Frozen;
using System.Net.Http.Headers;
using System.Text;

namespace Alerts.Watch;

/// <summary>Which kinds of document are read, and what a body is when the server does not say.</summary>
public static class MediaTypes
{
    public const string Html = "text/html";
    public const string Xml = "application/xml";
    public const string PlainText = "text/plain";
    public const string Json = "application/json";
    public const string Pdf = "application/pdf";
    public const string Unknown = "application/octet-stream";

    private const int Sniffed = 512;

    private static readonly FrozenSet<string> Read = FrozenSet.Create(
        Html, "application/xhtml+xml", Xml, "text/xml", "application/rss+xml", "application/atom+xml", "application/rdf+xml", PlainText, Json, "application/feed+json", "application/ld+json", Pdf);

    /// <summary>Control characters that no text holds.</summary>
    private static readonly SearchValues<byte> Binary = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    public static bool IsRead(string mediaType) => Read.Contains(mediaType);

    public static bool IsHtml(string? mediaType) => mediaType is Html or "application/xhtml+xml";

    /// <returns>Media type in lower case and charset as given; nulls when the field is missing or unusable.</returns>
    public static (string? MediaType, string? Charset) Parse(string? contentType)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var parsed))
        {
            return (parsed.MediaType?.ToLowerInvariant(), parsed.CharSet?.Trim('"', '\'', ' '));
        }

        var type = contentType?.Split(';', ',')[0].Trim().ToLowerInvariant();
        return (type?.Split('/').Length == 2 ? type : null, null);
    }

    /// <summary>What a body is. The server's word stands, but no text begins as a PDF does.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="declared">As of <see cref="Parse"/>.</param>
    public static string Of(ReadOnlySpan<byte> body, string? declared) =>
        declared is null or Unknown || body.StartsWith("%PDF-"u8) ? Sniff(body) : declared;

    /// <summary>Guesses from the first bytes.</summary>
    public static string Sniff(ReadOnlySpan<byte> body)
    {
        var head = body[..Math.Min(body.Length, Sniffed)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Sniff(Encoding.ASCII.GetBytes(Encoding.GetEncoding(head[0] == 0xFF ? "utf-16" : "utf-16BE").GetString(head[2..])));
        }

        var text = Encoding.Latin1.GetString(head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head).TrimStart();
        return Begins(text, "%PDF-") ? Pdf
            : head.ContainsAny(Binary) ? Unknown
            : Begins(text, "<!doctype html") || Begins(text, "<html") ? Html
            : Begins(text, "<rss") || Begins(text, "<feed") || Begins(text, "<rdf:RDF") || Begins(text, "<urlset") || Begins(text, "<sitemapindex") ? Xml
            : Begins(text, "<?xml") ? (text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? Html : Xml)
            : Begins(text, "<") ? Html
            : Begins(text, "{") || Begins(text, "[{") ? Json
            : PlainText;
    }

    private static bool Begins(string text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}
