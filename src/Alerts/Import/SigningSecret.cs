using System.Security.Cryptography;

namespace Alerts.Import;

/// <summary>The signing secret of a webhook, as Standard Webhooks 1.0.0 writes it: <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
public static class SigningSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static bool IsValid(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > 2 * Longest)
        {
            return false;
        }

        var bytes = new byte[2 * Longest];
        return Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var length) && length is >= Shortest and <= Longest;
    }
}
