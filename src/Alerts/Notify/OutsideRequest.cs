using System.Net.Http.Headers;

namespace Alerts.Notify;

/// <summary>A request to an address that a recipient gave.</summary>
internal static class OutsideRequest
{
    public static readonly SendOutcome BadAddress = new(SendVerdict.GiveUp, "bad-address");

    private static readonly ProductInfoHeaderValue Agent = new("Alerts", "1.0");

    /// <returns>null where the target is no http or https URL.</returns>
    public static Uri? Address(Recipient recipient) =>
        Uri.TryCreate(recipient.Target, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    public static HttpRequestMessage Post(Uri address, byte[] json) => new(HttpMethod.Post, address)
    {
        Headers = { UserAgent = { Agent } },
        Content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };
}
