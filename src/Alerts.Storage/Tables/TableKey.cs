using System.Text;
using Alerts.Cases;

namespace Alerts.Storage.Tables;

/// <summary>Keys of rows.</summary>
internal static class TableKey
{
    /// <summary>1 KiB of UTF-16.</summary>
    private const int MostCharacters = 512;

    /// <summary>Spreads ids over 256 partitions: two hex digits.</summary>
    public static string Shard(string id) => StableId.Digest(Encoding.UTF8.GetBytes(id))[..2];

    /// <returns>The text itself where it is plain, else its hash: free text may hold what no key may.</returns>
    public static string OfFreeText(string text) =>
        text.Length <= 200 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? text : $"~{StableId.Of(text)}";

    /// <exception cref="StorageLimitException">The service does not take this key.</exception>
    public static void Check(string key)
    {
        if (key.Length is 0 or > MostCharacters)
        {
            throw new StorageLimitException($"A key has {key.Length} characters; it may have 1 to {MostCharacters}.");
        }

        if (key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)))
        {
            throw new StorageLimitException("A key may not hold / \\ # ? or control characters. Ids are made of letters, digits and hyphens.");
        }
    }
}
