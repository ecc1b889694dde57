using System.Globalization;
using System.Text;
using System.Text.Json;
using Alerts.Watch;

namespace Alerts.Storage.Blobs;

/// <summary>Where, when and how a snapshot was received. Metadata is ASCII and 8 KiB in all, while URLs and header fields are what a server likes.</summary>
internal static class SnapshotMetadata
{
    private const int MostUrl = 1500;
    private const int MostField = 500;
    private const int MostHeaders = 4000;

    /// <summary>They identify the reader, not the page.</summary>
    private static readonly HashSet<string> LeftOut = ["set-cookie", "set-cookie2"];

    public static Dictionary<string, string> Of(Fetched fetched)
    {
        var metadata = new Dictionary<string, string>
        {
            ["url"] = Text(fetched.Url),
            ["finalurl"] = Text(fetched.FinalUrl),
            ["retrieved"] = fetched.RetrievedAt.ToString("O", CultureInfo.InvariantCulture),
            ["headers"] = Headers(fetched.Headers),
        };
        if (fetched.MediaType is { } mediaType && Ascii.IsValid(mediaType))
        {
            metadata["mediatype"] = mediaType;
        }

        if (fetched.Charset is { } charset && Ascii.IsValid(charset))
        {
            metadata["charset"] = charset;
        }

        if (fetched.Status is { } status)
        {
            metadata["status"] = status.ToString(CultureInfo.InvariantCulture);
        }

        return metadata;
    }

    /// <summary>The other way round; what had to be cut stays cut.</summary>
    public static Fetched Fetched(IDictionary<string, string> metadata, byte[] body)
    {
        var url = new Uri(metadata["url"]);
        return new Fetched
        {
            Url = url,
            FinalUrl = metadata.TryGetValue("finalurl", out var final) ? new Uri(final) : url,
            Outcome = FetchOutcome.Fetched,
            Status = metadata.TryGetValue("status", out var status) ? int.Parse(status, CultureInfo.InvariantCulture) : null,
            Headers = JsonSerializer.Deserialize<Dictionary<string, string>>(metadata["headers"])!,
            Body = body,
            MediaType = metadata.TryGetValue("mediatype", out var mediaType) ? mediaType : MediaTypes.Sniff(body),
            Charset = metadata.TryGetValue("charset", out var charset) ? charset : null,
            RetrievedAt = DateTimeOffset.Parse(metadata["retrieved"], CultureInfo.InvariantCulture),
        };
    }

    public static SnapshotEntry Entry(string digest, IDictionary<string, string> metadata) => new(
        digest,
        metadata.TryGetValue("url", out var text) && Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null,
        metadata.TryGetValue("retrieved", out var time) && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out var retrieved) ? retrieved : default);

    /// <summary>With its host in ASCII (IDNA), all else percent-encoded, and no password.</summary>
    private static string Text(Uri url)
    {
        var text = new UriBuilder(url) { Host = url.IdnHost, UserName = "", Password = "" }.Uri.AbsoluteUri;
        return text.Length <= MostUrl ? text : text[..MostUrl];
    }

    /// <summary>A JSON object; the plain encoder escapes all that is not ASCII. Long fields are cut, and those past the room left out.</summary>
    private static string Headers(IReadOnlyDictionary<string, string> headers)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var json = "{}";
        foreach (var (name, value) in headers.Where(h => !LeftOut.Contains(h.Key)).OrderBy(h => h.Value.Length))
        {
            kept[name] = value.Length <= MostField ? value : value[..MostField];
            var longer = JsonSerializer.Serialize(kept);
            if (longer.Length > MostHeaders)
            {
                break;
            }

            json = longer;
        }

        return json;
    }
}
