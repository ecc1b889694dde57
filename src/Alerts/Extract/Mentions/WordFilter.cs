using System.Numerics;

namespace Alerts.Extract.Mentions;

/// <summary>
/// Says of most words that they are not in a set, from a few of their letters and without a look at the set: a bit for each hash.
/// Hardly a word of a text stands in a name, and a hash table of names would be fetched from memory for each of them.
/// </summary>
internal sealed class WordFilter
{
    private const int BitsForWord = 16;
    private const uint Odd = 0x9E3779B1;

    private readonly ulong[] bits;

    public WordFilter(IReadOnlyCollection<string> words)
    {
        bits = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(words.Count, 4) * BitsForWord) / 64];
        foreach (var word in words)
        {
            var hash = Hash(word);
            bits[hash / 64 & (uint)(bits.Length - 1)] |= 1UL << (int)(hash % 64);
        }
    }

    public bool MayHave(ReadOnlySpan<char> word)
    {
        var hash = Hash(word);
        return (bits[hash / 64 & (uint)(bits.Length - 1)] >> (int)(hash % 64) & 1) != 0;
    }

    /// <summary>Of the length, the first four letters and the last two.</summary>
    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = (uint)word.Length;
        foreach (var letter in word[..Math.Min(word.Length, 4)])
        {
            hash = (hash * Odd) + letter;
        }

        return word.Length > 4 ? ((((hash * Odd) + word[^2]) * Odd) + word[^1]) * Odd >> 8 : hash * Odd >> 8;
    }
}
