using System.Security.Cryptography;
using System.Text;
using Alerts.Notify;
using Alerts.Telemetry;
using Microsoft.Extensions.Configuration;

namespace Alerts.Storage.Protection;

/// <summary>Encrypts addresses and secrets (AES-256-GCM), and names them by a keyed hash (HMAC-SHA-256) that tells nothing about them.</summary>
public sealed class Protector : IKeyedHash
{
    private const byte Format = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 1 + NonceLength + TagLength;

    private readonly Lazy<(byte[] Hash, byte[] Encryption)> keys;

    public Protector(byte[] key) : this(() => key)
    {
    }

    private Protector(Func<byte[]> read) => keys = new(() =>
    {
        // Two uses, two keys (RFC 5869).
        var key = read();
        return (
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, ProtectionKey.Length, info: "alerts recipient id"u8.ToArray()),
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, ProtectionKey.Length, info: "alerts recipient target"u8.ToArray()));
    });

    /// <summary>The key is looked for when the first address asks for it: who tells cases, sources and events needs none.</summary>
    /// <remarks>Then throws <see cref="StorageSettingsException"/> where it is missing or none.</remarks>
    public static Protector Of(IConfiguration configuration) => new(() =>
    {
        var text = configuration[ProtectionKey.Setting];
        return Bytes(text) ?? throw new StorageSettingsException(
                $"{ProtectionKey.Setting} {(string.IsNullOrEmpty(text) ? "is missing" : "is not a key")}; it encrypts the subscribers' addresses. Set it to "
                + $"{ProtectionKey.Length} random bytes in base64 (openssl rand -base64 {ProtectionKey.Length}), keep it secret, and never change it: "
                + "addresses stored with another key cannot be read.");
    });

    /// <returns>null for what is no key.</returns>
    internal static Protector? TryOf(string? text) => Bytes(text) is { } key ? new Protector(key) : null;

    private static byte[]? Bytes(string? text)
    {
        var key = new byte[ProtectionKey.Length];
        return Convert.TryFromBase64String(text?.Trim() ?? "", key, out var length) && length == key.Length ? key : null;
    }

    /// <returns>32 lower-case hex digits; the same for the same text and key.</returns>
    public string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.Value.Hash, Encoding.UTF8.GetBytes(text)))[..32];

    /// <param name="text">The secret.</param>
    /// <param name="place">Where it is kept: elsewhere it cannot be read, so that nobody can swap two rows.</param>
    /// <returns>Format byte, nonce, tag, ciphertext.</returns>
    public byte[] Protect(string text, string place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedText = new byte[HeadLength + plain.Length];
        sealedText[0] = Format;
        var (nonce, tag, cipher) = Parts(sealedText);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(keys.Value.Encryption, TagLength);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span, Encoding.UTF8.GetBytes(place));
        return sealedText;
    }

    /// <exception cref="UnreadableRecipientException">It is missing, was encrypted with another key, or was altered.</exception>
    public string Unprotect(byte[]? sealedText, string place)
    {
        try
        {
            var (nonce, tag, cipher) = Parts(sealedText ?? []);
            var plain = new byte[cipher.Length];
            using var aes = new AesGcm(keys.Value.Encryption, TagLength);
            aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain, Encoding.UTF8.GetBytes(place));
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new UnreadableRecipientException(
                $"{place} cannot be decrypted: {ProtectionKey.Setting} is not the key it was stored with, or the row was altered.", e);
        }
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] sealedText) =>
        sealedText.Length >= HeadLength && sealedText[0] == Format
            ? (sealedText.AsMemory(1, NonceLength), sealedText.AsMemory(1 + NonceLength, TagLength), sealedText.AsMemory(HeadLength))
            : throw new ArgumentException("not of a known format", nameof(sealedText));
}
