namespace Alerts.Read;

/// <summary>Addresses as documents write them.</summary>
internal static class WebAddress
{
    /// <param name="at">What a relative address is relative to.</param>
    /// <param name="address">As written.</param>
    /// <returns>The absolute address; null where it is none of http or https.</returns>
    public static Uri? Of(Uri at, string? address) =>
        Uri.TryCreate(at, address, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url : null;
}
