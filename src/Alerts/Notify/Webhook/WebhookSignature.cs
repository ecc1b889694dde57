using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alerts.Notify.Webhook;

/// <summary>What a check of a signature found.</summary>
public enum SignatureCheck
{
    Valid,

    /// <summary>None of the signatures is of this body under this secret.</summary>
    Mismatch,

    /// <summary>The time of sending lies too far from now: perhaps an old message sent again by someone else.</summary>
    Stale,

    /// <summary>A header is missing or unreadable.</summary>
    Malformed,
}

/// <summary>The signature of Standard Webhooks 1.0.0: <c>v1,</c> and the base64 of HMAC-SHA256 over <c>id.timestamp.body</c>.</summary>
public static class WebhookSignature
{
    private const string Version = "v1,";

    /// <summary>How far clocks may differ.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Of(WebhookSecret secret, string id, DateTimeOffset sentAt, ReadOnlySpan<byte> body) =>
        Version + Convert.ToBase64String(Hash(secret, id, Timestamp(sentAt), body));

    /// <summary>Whole seconds since 1970, as in the header <c>webhook-timestamp</c>.</summary>
    public static string Timestamp(DateTimeOffset sentAt) => sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <param name="secret">The secret shared with the sender.</param>
    /// <param name="id">Header <c>webhook-id</c>.</param>
    /// <param name="timestamp">Header <c>webhook-timestamp</c>.</param>
    /// <param name="body">The bytes as they came.</param>
    /// <param name="signatures">Header <c>webhook-signature</c>: one or more, parted by spaces.</param>
    /// <param name="now">The receiver's clock.</param>
    /// <param name="tolerance">How far clocks may differ; see <see cref="Tolerance"/>.</param>
    public static SignatureCheck Verify(
        WebhookSecret secret, string? id, string? timestamp, ReadOnlySpan<byte> body, string? signatures, DateTimeOffset now, TimeSpan tolerance)
    {
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(signatures)
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return SignatureCheck.Malformed;
        }

        if (Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)tolerance.TotalSeconds)
        {
            return SignatureCheck.Stale;
        }

        var expected = Hash(secret, id, timestamp, body);
        return signatures.Split(' ').Any(s => IsOf(s, expected)) ? SignatureCheck.Valid : SignatureCheck.Mismatch;
    }

    private static bool IsOf(string signature, byte[] expected)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return signature.StartsWith(Version, StringComparison.Ordinal)
            && Convert.TryFromBase64String(signature[Version.Length..], given, out var length)
            && CryptographicOperations.FixedTimeEquals(given[..length], expected);
    }

    private static byte[] Hash(WebhookSecret secret, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.Key);
        hmac.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
