using System.Text.RegularExpressions;
using Alerts.Http;

namespace Alerts.Watch;

/// <summary>Recognises a redirect from an article to the site's front page: what many sites do in place of a 404.</summary>
internal static partial class FrontPage
{
    public static bool LedTo(Uri asked, Uri answered) => !IsFront(asked) && IsFront(answered) && HostName.WithoutWww(asked) == HostName.WithoutWww(answered);

    private static bool IsFront(Uri url) => url.Query.Length == 0 && Path().IsMatch(url.AbsolutePath);

    /// <summary>The root, or one language's.</summary>
    [GeneratedRegex("^/(?:(?:index|home|default)\\.\\w{3,4}|[a-z]{2}(?:-[a-z]{2})?/?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
