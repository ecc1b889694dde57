using System.Collections.Frozen;
using System.Text.Json;

namespace Alerts.Cases;

/// <summary>The vocabulary's words as they stand in text: <c>CaseEventType.BanLifted</c> is "ban-lifted".</summary>
public static class Word
{
    public static string Of<T>(T value) where T : struct, Enum => Words<T>.Text[value];

    public static bool TryParse<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is not null && Words<T>.Values.TryGetValue(word, out value);
    }

    /// <exception cref="FormatException">The word is not in the vocabulary; the message lists those that are.</exception>
    public static T Parse<T>(string word) where T : struct, Enum => TryParse<T>(word, out var value)
        ? value
        : throw new FormatException($"\"{word}\" is not one of: {string.Join(", ", All<T>())}");

    public static IEnumerable<string> All<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    private static class Words<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Text = Enum.GetValues<T>()
            .ToFrozenDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

        public static readonly FrozenDictionary<string, T> Values =
            Text.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);
    }
}
