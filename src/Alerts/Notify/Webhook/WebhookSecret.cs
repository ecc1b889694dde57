using System.Security.Cryptography;

namespace Alerts.Notify.Webhook;

/// <summary>
/// The key that a receiver checks signatures with: <c>whsec_</c> and the base64 of 24 to 64 random bytes (Standard Webhooks 1.0.0, "Signature scheme").
/// </summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Generated = 32;
    private const int Longest = 64;

    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    /// <summary>As it is handed to the receiver. <see cref="ToString"/> does not tell it.</summary>
    public string Text => Prefix + Convert.ToBase64String(key);

    internal ReadOnlySpan<byte> Key => key;

    public static WebhookSecret Generate() => new(RandomNumberGenerator.GetBytes(Generated));

    /// <exception cref="FormatException">The text is no secret; the message does not repeat it.</exception>
    public static WebhookSecret Parse(string text) => TryParse(text)
        ?? throw new FormatException($"a webhook secret is {Prefix} and the base64 of {Shortest} to {Longest} random bytes");

    /// <returns>null where the text is no secret.</returns>
    public static WebhookSecret? TryParse(string? text)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        return text is not null
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length)
            && length >= Shortest
            ? new WebhookSecret(bytes[..length].ToArray())
            : null;
    }

    public override string ToString() => $"{Prefix}…";
}
