using Alerts.Watch;

namespace Alerts.Import;

/// <summary>What one kind of source has and another has not.</summary>
public static class SourceRules
{
    /// <returns>The keys that do not go with the rest, and why.</returns>
    public static IEnumerable<(string Key, string Because)> Complaints(Source source)
    {
        var (kind, isPage) = (source.Kind, source.Kind is SourceKind.Page or SourceKind.Pdf);
        if (source.Follow is not null && kind is not (SourceKind.List or SourceKind.Sitemap))
        {
            yield return ("follow", "only a list or a sitemap follows links");
        }

        if (kind is SourceKind.Pdf or SourceKind.Json)
        {
            foreach (var (key, value) in new[] { ("select", source.Select), ("exclude", source.Exclude) })
            {
                if (value is not null)
                {
                    yield return (key, "only parts of an HTML page can be selected");
                }
            }
        }

        if (kind == SourceKind.Json && source.Json is null)
        {
            yield return ("items", "an API needs the JMESPath of its items, and \"text\" that of an item's text");
        }

        if (kind != SourceKind.Json && source.Json is not null)
        {
            yield return ("items", "only an API (kind json) has items");
        }

        if (source.Expect is not null && isPage)
        {
            yield return ("expect", "a single page names no articles that could be too old");
        }
    }
}
