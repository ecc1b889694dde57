using Alerts.Watch;

namespace Alerts.Read;

/// <summary>The feeds that a page announces by its <c>link</c> elements (RSS autodiscovery).</summary>
public static class FeedLinks
{
    private static readonly string[] Types = ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"];

    public static IReadOnlyList<Uri> Of(Fetched fetched) =>
        !MediaTypes.IsHtml(fetched.MediaType) || Charset.Decode(fetched.Body, fetched.Charset) is not { } html || Markup.Parse(html) is not { } page ? [] :
        [
            .. page.Elements("link")
                .Where(l => l.Attribute("rel")?.Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase) == true && Types.Contains(l.Attribute("type"), StringComparer.OrdinalIgnoreCase))
                .Select(l => WebAddress.Of(fetched.FinalUrl, l.Attribute("href")))
                .OfType<Uri>()
                .Distinct(),
        ];
}
