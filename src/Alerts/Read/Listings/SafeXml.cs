using System.Xml;

namespace Alerts.Read.Listings;

/// <summary>XML of others: no document type with its entities, nothing external, bounded in size and depth.</summary>
internal static class SafeXml
{
    private const int MaxDepth = 200;
    private const int MaxCharacters = 20_000_000;

    /// <summary>Characters of the XML reader's complaint, which may quote the document at length.</summary>
    private const int MaxReason = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        IgnoreComments = true,
    };

    /// <summary>Mends a text and reads it.</summary>
    /// <param name="text">As it was decoded.</param>
    /// <param name="read">Reads the XML that came of it.</param>
    /// <param name="failed">Makes a failure of what is wrong with it.</param>
    public static Listing Read(string text, Func<string, Listing> read, Func<string, Listing> failed)
    {
        try
        {
            var xml = FeedText.Mend(text);
            return xml.Length > MaxCharacters ? failed("it is longer than one made for people")
                : IsTooDeep(xml) ? failed("its elements are nested too deeply")
                : read(xml);
        }
        catch (XmlException e)
        {
            return failed(Complaint(text, e));
        }
    }

    public static XmlReader Reader(string xml) => XmlReader.Create(new StringReader(xml), Settings);

    /// <summary>Looked at beforehand, as some readers take any depth, and ever more time for it.</summary>
    /// <exception cref="XmlException">It is not XML.</exception>
    private static bool IsTooDeep(string xml)
    {
        using var reader = Reader(xml);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>What is wrong with it, for people.</returns>
    private static string Complaint(string text, XmlException e) =>
        HasDocumentType(text) ? "it carries a document type (DTD), whose entities could expand without end"
        : e.Message.Length > MaxReason ? $"{e.Message[..MaxReason]}…"
        : e.Message.TrimEnd('.');

    private static bool HasDocumentType(string text) =>
        text.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is var at && at >= 0 && !text.AsSpan(at).StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase);
}
