namespace Alerts.Watch;

/// <summary>A file in the place of an answer, so that it is read as a page from the web would be.</summary>
public static class LocalFile
{
    /// <summary>Takes the bytes for fetched; the ending of the name tells the media type, and the bytes do where it does not.</summary>
    public static Fetched AsFetched(string name, byte[] body, DateTimeOffset now)
    {
        var url = new Uri($"{Uri.UriSchemeFile}:///{Uri.EscapeDataString(Path.GetFileName(name))}");
        var mediaType = MediaTypeOf(name) ?? MediaTypes.Sniff(body);
        var problem = FetchProblem.OfBody(body, mediaType);
        return new Fetched
        {
            Url = url,
            FinalUrl = url,
            Outcome = problem ?? FetchOutcome.Fetched,
            Body = problem is null ? body : [],
            MediaType = mediaType,
            RetrievedAt = now,
            Problem = problem is { } outcome ? FetchProblem.InFile(outcome, Path.GetFileName(name)) : null,
        };
    }

    private static string? MediaTypeOf(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".TXT" => MediaTypes.PlainText,
        ".HTML" or ".HTM" or ".XHTML" => MediaTypes.Html,
        ".XML" or ".RSS" or ".ATOM" => MediaTypes.Xml,
        ".JSON" => MediaTypes.Json,
        ".PDF" => MediaTypes.Pdf,
        _ => null,
    };
}
