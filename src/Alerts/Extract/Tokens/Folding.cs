using System.Globalization;
using System.Text;

namespace Alerts.Extract.Tokens;

/// <summary>How words are compared: one form for the packs' words, a looser one for names across scripts and spellings.</summary>
internal static class Folding
{
    /// <summary>Longer words are compared by their beginning; no name or pack word is so long.</summary>
    public const int Longest = 64;

    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґқғәөүұңһ";

    private static readonly string[] Latin =
    [
        "a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "ch", "sh", "sh",
        "", "i", "", "e", "iu", "ia", "i", "i", "e", "g", "k", "g", "a", "o", "u", "u", "n", "h",
    ];

    /// <summary>What each character becomes in a word; nothing where it falls away.</summary>
    private static readonly char[] InWords = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => InWord((char)c))];

    /// <summary>What the characters behind ASCII and before <see cref="FirstRare"/> become in a name.</summary>
    private static readonly string[] InNames = [.. Enumerable.Range(0, FirstRare).Select(c => Foreign((char)c))];

    private const char FirstRare = '\u0590';

    /// <summary>Lower case, ё as е, typographic apostrophes as ', invisible characters gone.</summary>
    /// <returns>How much of <paramref name="into"/> was written.</returns>
    public static int Word(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (length == into.Length)
            {
                break;
            }

            if (InWords[c] is not '\0' and var folded)
            {
                into[length++] = folded;
            }
        }

        return length;
    }

    private static char InWord(char c) => IsInvisible(c) ? '\0' : c switch
    {
        'ё' or 'Ё' => 'е',
        '’' or 'ʼ' or '‘' => '\'',
        '‑' or '‐' => '-',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>
    /// The spelling-blind form of a name: Latin letters without diacritics, one form for what transliterations differ in
    /// (Bokaev, Bokayev, Бокаев; Serikzhan, Serikjan; Baltabay, Baltabai).
    /// </summary>
    public static int Name(ReadOnlySpan<char> word, Span<char> into)
    {
        Span<char> plain = stackalloc char[Longest * 3];
        var length = Plain(word, plain);
        return Unify(plain[..length], into);
    }

    public static string Name(string word)
    {
        Span<char> into = stackalloc char[Longest * 3];
        return new string(into[..Name(word, into)]);
    }

    public static string Word(string word)
    {
        Span<char> into = stackalloc char[Longest];
        return new string(into[..Word(word, into)]);
    }

    public static bool IsInvisible(char c) => c >= '\u00ad' && char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static int Plain(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        foreach (var c in word[..Math.Min(word.Length, Longest)])
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                into[length++] = c;
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                into[length++] = (char)(c | 0x20);
            }
            else if (c >= 0x80)
            {
                var written = c < FirstRare ? InNames[c] : Foreign(c);
                written.CopyTo(into[length..]);
                length += written.Length;
            }
        }

        return length;
    }

    /// <summary>In Latin letters without diacritics: at most three for one.</summary>
    private static string Foreign(char c)
    {
        var lower = c is 'ё' or 'Ё' ? 'е' : char.ToLowerInvariant(c);
        return Cyrillic.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0 ? Latin[at] : lower switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'ø' => "o",
            'đ' => "d",
            'ł' => "l",
            'ı' => "i",
            _ when char.IsSurrogate(lower) || !char.IsLetterOrDigit(lower) => "",
            _ => string.Concat(lower.ToString().Normalize(NormalizationForm.FormD)
                .Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).Take(3)),
        };
    }

    /// <summary>y is i; kh is h; zh and dzh are j; an i between vowels and a doubled consonant fall away.</summary>
    private static int Unify(ReadOnlySpan<char> plain, Span<char> into)
    {
        var length = 0;
        for (var i = 0; i < plain.Length && length < into.Length; i++)
        {
            var c = plain[i] == 'y' ? 'i' : plain[i];
            var next = i + 1 < plain.Length ? plain[i + 1] : '\0';
            if (c == 'h' && length > 0 && into[length - 1] is 'k' or 'z')
            {
                into[length - 1] = into[length - 1] == 'k' ? 'h' : 'j';
                continue;
            }

            if (c == 'j' && length > 0 && into[length - 1] == 'd')
            {
                into[length - 1] = 'j';
                continue;
            }

            var between = c == 'i' && length > 0 && IsVowel(into[length - 1]) && (IsVowel(next) || next is 'i' or 'y');
            var doubled = length > 0 && into[length - 1] == c && (c == 'i' || !IsVowel(c)) && !char.IsAsciiDigit(c);
            if (!between && !doubled)
            {
                into[length++] = c;
            }
        }

        return length;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

}
