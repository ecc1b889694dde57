using System.Security.Cryptography;
using System.Text;

namespace Alerts.Cases;

/// <summary>Ids and digests that come out the same on every try.</summary>
public static class StableId
{
    /// <returns>32 lower-case hex digits (128 bits of SHA-256 over the parts, which are length-prefixed so that they cannot run together).</returns>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Digest(Encoding.UTF8.GetBytes(text.ToString()))[..32];
    }

    /// <returns>SHA-256, 64 lower-case hex digits.</returns>
    public static string Digest(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
