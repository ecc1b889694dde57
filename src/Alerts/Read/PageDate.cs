using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>When a page says it was published, and where it says so. The day is the one written, in the writer's own time zone.</summary>
internal static partial class PageDate
{
    private static readonly string[] MetaNames =
    [
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "dcterms.created",
        "dc.date.created", "parsely-pub-date", "sailthru.date", "publishdate", "publish_date", "publish-date", "publication_date", "pubdate", "date",
    ];

    private static readonly string[] Forms = ["yyyyMMdd", "yyyy/M/d", "d.M.yyyy", "yyyy.M.d", "d/M/yyyy"];

    public static (DateOnly Day, string By)? Of(HtmlDocument? page, string? lastModified, DateTimeOffset retrieved) =>
        (page is null ? null : First("json-ld", JsonLd(page), retrieved) ?? First("meta", Meta(page), retrieved) ?? First("time", Times(page), retrieved))
        ?? (page is not null && VisibleDate.Of(page) is { } shown ? First("visible text", [shown.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], retrieved) : null)
        ?? First("http", [lastModified], retrieved);

    private static (DateOnly Day, string By)? First(string by, IEnumerable<string?> texts, DateTimeOffset retrieved)
    {
        var latest = DateOnly.FromDateTime(retrieved.UtcDateTime).AddDays(2);
        return texts.Select(Parse)
            .Where(d => d is { Year: >= 1990 } && d <= latest)
            .Select(d => ((DateOnly, string)?)(d!.Value, by))
            .FirstOrDefault();
    }

    private static DateOnly? Parse(string? text) =>
        text is null ? null
        : IsoDay().Match(text) is { Success: true } iso && DateOnly.TryParseExact(iso.Value.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? DateOnly.FromDateTime(time.DateTime)
        : null;

    /// <summary>schema.org's datePublished, of an article before that of anything else.</summary>
    private static IEnumerable<string?> JsonLd(HtmlDocument page) => page.Elements("script")
        .Where(s => s.GetAttributeValue("type", "").Contains("ld+json", StringComparison.OrdinalIgnoreCase))
        .SelectMany(s => Dates(s.InnerText))
        .OrderBy(found => found.OfArticle ? 0 : 1)
        .Select(found => found.Date);

    private static List<(bool OfArticle, string Date)> Dates(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return [.. Dates(document.RootElement)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IEnumerable<(bool OfArticle, string Date)> Dates(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Dates),
        JsonValueKind.Object => Own(element).Concat(element.EnumerateObject().SelectMany(p => Dates(p.Value))),
        _ => [],
    };

    private static IEnumerable<(bool OfArticle, string Date)> Own(JsonElement element)
    {
        if (element.TryGetProperty("datePublished", out var date) && date.ValueKind == JsonValueKind.String)
        {
            var type = element.TryGetProperty("@type", out var name) ? name.ToString() : "";
            yield return (type.Contains("Article", StringComparison.Ordinal) || type.Contains("Posting", StringComparison.Ordinal), date.GetString()!);
        }
    }

    private static IEnumerable<string?> Meta(HtmlDocument page)
    {
        var given = page.Elements("meta")
            .Select(m => (Name: (m.Attribute("property") ?? m.Attribute("name") ?? m.Attribute("itemprop"))?.ToLowerInvariant(), Content: m.Attribute("content")))
            .Where(m => m.Name is not null && m.Content is not null)
            .ToLookup(m => m.Name, m => m.Content);
        return MetaNames.SelectMany(n => given[n]);
    }

    /// <summary>A marked time first, then the article's own, then the only one there is.</summary>
    private static IEnumerable<string?> Times(HtmlDocument page)
    {
        var times = page.Elements("time").Where(t => t.Attribute("datetime") is not null).ToList();
        var marked = times.Where(t => t.Attributes.Contains("pubdate") || t.Attribute("itemprop") == "datePublished" || Published().IsMatch(t.GetAttributeValue("class", "")));
        var inArticle = times.Where(t => t.Ancestors().Any(a => a.Name is "article" or "main"));
        return marked.Concat(inArticle).Concat(times.Count == 1 ? times : []).Select(t => t.Attribute("datetime"));
    }

    [GeneratedRegex(@"^\s*\d{4}-\d\d-\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDay();

    [GeneratedRegex("publish|entry-date|post-date", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Published();
}
