namespace Alerts.Http;

/// <summary>A host as it is looked up: in ASCII (RFC 5891) and lower case.</summary>
public static class HostName
{
    /// <summary>Names that no public resolver answers for: RFC 6761, 6762, 7686, 8375, and "internal", which ICANN keeps for private use (2024) and clouds use for their metadata.</summary>
    private static readonly string[] PrivateZones = ["localhost", "local", "internal", "home.arpa", "onion", "invalid"];

    /// <returns>The name or address, an IPv6 address without brackets; null when the URL's host is no name that could be looked up.</returns>
    public static string? Of(Uri url)
    {
        try
        {
            return url.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>A site's host with and without www. is one.</summary>
    public static string WithoutWww(Uri url) => url.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.Host[4..] : url.Host;

    /// <returns>Is it, by its name alone, one of a private network: of one label, or in a zone that is kept for such?</returns>
    /// <param name="name">As of <see cref="Of"/>, and no address.</param>
    public static bool IsPrivate(string name)
    {
        var bare = name.TrimEnd('.');
        return !bare.Contains('.', StringComparison.Ordinal)
            || PrivateZones.Any(zone => bare.EndsWith($".{zone}", StringComparison.OrdinalIgnoreCase));
    }
}
