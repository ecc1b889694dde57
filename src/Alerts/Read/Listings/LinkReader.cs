using Alerts.Http;
using Alerts.Watch;
using HtmlAgilityPack;

namespace Alerts.Read.Listings;

/// <param name="Url">Absolute, without fragment.</param>
/// <param name="Text">As shown; may be empty.</param>
public sealed record Link(Uri Url, string Text);

/// <summary>Reads the links of an index page.</summary>
public sealed class LinkReader
{
    /// <param name="fetched">The index page.</param>
    /// <param name="follow">The path of the links wanted, <c>*</c> standing for anything; null for every link.</param>
    /// <returns>Links to other pages of the same host, each page once, in the order of the page; null when it cannot be read.</returns>
    public IReadOnlyList<Link>? Read(Fetched fetched, string? follow)
    {
        if (Charset.Decode(fetched.Body, fetched.Charset) is not { } html || Markup.Parse(html) is not { } page)
        {
            return null;
        }

        var wanted = new FollowPattern(follow);
        var own = CanonicalUrl.Of(fetched.FinalUrl);
        return
        [
            .. Links(page, Base(page, fetched.FinalUrl))
                .Select(link => (Link: link, Page: CanonicalUrl.Of(link.Url)))
                .Where(l => Site(l.Page) == Site(own) && l.Page != own && wanted.Matches(l.Link.Url))
                .DistinctBy(l => l.Page)
                .Select(l => l.Link)
                .Take(Listing.Most),
        ];
    }

    private static Uri Base(HtmlDocument page, Uri at) =>
        page.Elements("base").Select(b => b.Attribute("href")).FirstOrDefault(h => h is not null) is { } href ? WebAddress.Of(at, href) ?? at : at;

    private static IEnumerable<Link> Links(HtmlDocument page, Uri from) => page.Elements("a")
        .Select(a => (Href: a.Attribute("href"), Node: a))
        .Where(a => a.Href is not null && a.Href[0] != '#')
        .Select(a => WebAddress.Of(from, a.Href) is { } url ? new Link(WithoutFragment(url), Markup.TextOf(a.Node)) : null)
        .OfType<Link>();

    private static Uri WithoutFragment(Uri url) => url.Fragment.Length == 0 ? url : new Uri(url.GetLeftPart(UriPartial.Query));

    /// <summary>With and without www. is one site, by http and https too.</summary>
    private static string Site(Uri page)
    {
        var host = HostName.WithoutWww(page);
        return page.IsDefaultPort ? host : $"{host}:{page.Port}";
    }
}
