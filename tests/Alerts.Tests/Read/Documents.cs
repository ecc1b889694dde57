using System.Text;
using Alerts.Watch;

namespace Alerts.Tests.Read;

/// <summary>Documents as if they had been fetched.</summary>
public static class Documents
{
    public static readonly DateTimeOffset Retrieved = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Fetched Html(string html, params (string Name, string Value)[] headers) =>
        Of(Encoding.UTF8.GetBytes(html), "text/html", "utf-8", headers);

    public static Fetched Xml(string xml) => Of(Encoding.UTF8.GetBytes(xml), "application/xml", charset: null);

    public static Fetched Of(byte[] body, string mediaType, string? charset, params (string Name, string Value)[] headers)
    {
        var url = new Uri("https://watch.example/news/index.php");
        return new Fetched
        {
            Url = url,
            FinalUrl = url,
            Outcome = FetchOutcome.Fetched,
            Status = 200,
            Body = body,
            MediaType = mediaType,
            Charset = charset,
            Headers = headers.ToDictionary(h => h.Name, h => h.Value),
            RetrievedAt = Retrieved,
        };
    }
}
