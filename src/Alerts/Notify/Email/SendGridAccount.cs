using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Alerts.Notify.Email;

/// <summary>What SendGrid says of the key and the sender (API v3); nothing is sent.</summary>
public sealed class SendGridAccount(IHttpClientFactory clients, IOptions<EmailOptions> options)
{
    /// <returns>What the key may do; null when SendGrid does not take it.</returns>
    /// <exception cref="HttpRequestException">It does not answer, or not as it should.</exception>
    public async Task<IReadOnlyList<string>?> ScopesAsync(CancellationToken cancellation) =>
        await AskAsync("v3/scopes", cancellation) is { } answer
            ? [.. answer.GetProperty("scopes").EnumerateArray().Select(s => s.GetString()!)]
            : null;

    /// <returns>Whether the sender's domain or address is verified; null when the key may not ask.</returns>
    /// <exception cref="HttpRequestException">It does not answer, or not as it should.</exception>
    public async Task<bool?> IsVerifiedAsync(CancellationToken cancellation)
    {
        var sender = options.Value.Sender;
        var domains = await AskAsync("v3/whitelabel/domains?limit=200", cancellation);
        var senders = await AskAsync("v3/verified_senders?limit=200", cancellation);
        return domains?.EnumerateArray().Any(d => d.GetProperty("valid").GetBoolean() && Is(d, "domain", sender.Domain)) is true
            || senders?.GetProperty("results").EnumerateArray().Any(s => s.GetProperty("verified").GetBoolean() && Is(s, "from_email", sender.Address)) is true
            ? true
            : domains is null || senders is null ? null : false;
    }

    private static bool Is(JsonElement element, string name, string value) =>
        string.Equals(element.GetProperty(name).GetString(), value, StringComparison.OrdinalIgnoreCase);

    /// <returns>null for what the key may not.</returns>
    private async Task<JsonElement?> AskAsync(string path, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(SendGridTransport.ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Value.BaseAddress, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey!.Trim());
        using var response = await http.SendAsync(request, cancellation);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
        return document.RootElement.Clone();
    }
}
