using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>The language a page says it is in.</summary>
internal static class PageLanguage
{
    /// <returns>ISO 639-1, lower case; null where neither page nor header says.</returns>
    public static string? Of(HtmlDocument? page, string? contentLanguage)
    {
        var root = page?.Elements("html").FirstOrDefault();
        return Primary(root?.Attribute("lang")) ?? Primary(root?.Attribute("xml:lang")) ?? Primary(contentLanguage);
    }

    private static string? Primary(string? tag) =>
        tag?.Split('-', '_', ',')[0].Trim().ToLowerInvariant() is { Length: 2 } primary && primary.All(char.IsAsciiLetterLower) ? primary : null;
}
