using System.Net;
using System.Text.Json;

namespace Alerts.Read.Listings;

/// <summary>Reads JSON Feed, versions 1 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static bool Is(string text) => text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{");

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static IReadOnlyList<ListedArticle>? Read(string text, Uri at)
    {
        using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object
            && Text(root, "version")?.Contains("jsonfeed.org/version/", StringComparison.Ordinal) == true
            && root.TryGetProperty("items", out var items)
            && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Take(Listing.Most).Select(i => Article(i, at)).OfType<ListedArticle>()]
                : null;
    }

    private static ListedArticle? Article(JsonElement item, Uri at) =>
        item.ValueKind != JsonValueKind.Object || Address(item, at) is not { } url ? null : new ListedArticle(
            url,
            Text(item, "title")?.Trim() ?? "",
            Time(item, "date_published") is { } published ? DateOnly.FromDateTime(published.UtcDateTime) : null,
            Text(item, "content_html") ?? (Text(item, "content_text") is { } plain ? WebUtility.HtmlEncode(plain) : null),
            Time(item, "date_modified"));

    private static Uri? Address(JsonElement item, Uri at) =>
        (Text(item, "url") ?? Text(item, "id")) is { Length: > 0 } address ? WebAddress.Of(at, address) : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement item, string name) =>
        Text(item, name) is { } text ? FeedDate.Parse(text) : null;
}
