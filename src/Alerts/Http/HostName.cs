namespace Alerts.Http;

/// <summary>A host as it is looked up: in ASCII (RFC 5891) and lower case.</summary>
public static class HostName
{
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
}
