using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Alerts.Http;

namespace Alerts.Watch;

/// <summary>
/// One spelling for one page, by which it is known. Not for fetching: a server may insist on the slash that is dropped here.
/// What a page names canonical itself (<c>rel=canonical</c>, <c>og:url</c>) is not asked: it is known too late to save the fetch, and many small sites name their front page on every page,
/// which would take all articles for one. An article met at two addresses costs a second fetch and adds evidence to an event; it announces nothing twice.
/// </summary>
public static partial class CanonicalUrl
{
    /// <summary>Parameters that tell where a reader came from, or whose visit it is, and never what is shown; also all that begin with <c>utm_</c>.</summary>
    private static readonly FrozenSet<string> Tracking = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "_ga", "_gl", "_openstat", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc", "igshid", "mc_cid", "mc_eid", "jsessionid", "mkt_tok", "msclkid", "phpsessid", "srsltid", "twclid", "vero_id", "wbraid",
        "yclid", "ysclid");

    /// <summary>
    /// Drops fragment, user info, default port, tracking and session parameters, trailing slash and <c>index.html</c> or <c>index.php</c>;
    /// host and percent-encoding are written one way; the order of the query is kept.
    /// </summary>
    public static Uri Of(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)
        {
            return url;
        }

        var authority = url.IsDefaultPort ? Host(url) : $"{Host(url)}:{url.Port}";
        return new Uri($"{url.Scheme}://{authority}{PathOf(url)}{QueryOf(url)}");
    }

    private static string Host(Uri url) =>
        url.HostNameType == UriHostNameType.IPv6 ? url.Host : HostName.Of(url)?.TrimEnd('.') is { Length: > 0 } name ? name : url.Host;

    private static string PathOf(Uri url) => Upper(IndexPage().Replace(Session().Replace(url.AbsolutePath, ""), "/").TrimEnd('/'));

    private static string QueryOf(Uri url)
    {
        var kept = url.Query.TrimStart('?').Split('&').Where(p => p.Length > 0 && !IsTracking(p.Split('=')[0]));
        var query = Upper(string.Join('&', kept));
        return query.Length == 0 ? "" : "?" + query;
    }

    private static bool IsTracking(string name) => name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);

    private static string Upper(string text) => PercentEncoded().Replace(text, m => m.Value.ToUpperInvariant());

    /// <summary>A servlet's, where the visitor refuses cookies.</summary>
    [GeneratedRegex(";jsessionid=[^/;]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Session();

    [GeneratedRegex("/index\\.(?:html?|php)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IndexPage();

    [GeneratedRegex("%[0-9a-f]{2}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PercentEncoded();
}
