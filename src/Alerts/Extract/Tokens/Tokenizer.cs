using System.Buffers;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Tokens;

/// <summary>Cuts a block into tokens in one pass and looks each up in the pack.</summary>
internal static class Tokenizer
{
    private static readonly SearchValues<char> Inner = SearchValues.Create("'’ʼ-‑‐");

    public static List<Token> Cut(string text, LanguagePack pack)
    {
        var tokens = new List<Token>((text.Length / 5) + 4);
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || Folding.IsInvisible(c))
            {
                at++;
            }
            else if (char.IsLetter(c) || char.IsHighSurrogate(c))
            {
                at = Word(text, at, pack, tokens);
            }
            else if (char.IsDigit(c))
            {
                at = Number(text, at, pack, tokens);
            }
            else
            {
                var mark = c switch { '–' or '—' => '—', '„' or '“' or '”' or '«' or '»' or '″' => '"', '…' => '.', '’' or '‘' => '\'', _ => c };
                tokens.Add(new Token(at, at + 1, TokenKind.Mark, false, false, Touches(tokens, at), mark, Lexeme.Unknown));
                at++;
            }
        }

        return tokens;
    }

    private static int Word(string text, int start, LanguagePack pack, List<Token> tokens)
    {
        var end = start;
        while (end < text.Length && (IsWordCharacter(text[end]) || (Inner.Contains(text[end]) && JoinsWord(text, end))))
        {
            end++;
        }

        while (true)
        {
            var word = text.AsSpan(start, end - start);
            var bare = pack.WithoutPossessive(word);
            if (pack.ElisionIn(word) is > 0 and var elided)
            {
                // "l'avocate" is an article and a noun.
                tokens.Add(Of(text, start, start + elided, false, pack, tokens));
                start += elided;
            }
            else if (NumberIn(word[..bare], pack) is > 0 and var number)
            {
                // "seven-year" is a number and a unit; other hyphenated words are one.
                tokens.Add(Of(text, start, start + number, false, pack, tokens));
                start += number + 1;
            }
            else
            {
                tokens.Add(Of(text, start, start + bare, bare < word.Length, pack, tokens));
                return end;
            }
        }
    }

    /// <summary>Length of the number word before the first hyphen; 0 for none.</summary>
    private static int NumberIn(ReadOnlySpan<char> word, LanguagePack pack) =>
        word.IndexOfAny('-', '‑', '‐') is > 0 and var hyphen && pack.Lexicon.Find(word).IsUnknown && pack.Lexicon.Find(word[..hyphen]).Is(WordClass.NumberWord)
            ? hyphen
            : 0;

    private static Token Of(string text, int start, int end, bool possessive, LanguagePack pack, List<Token> tokens) => new(
        start, end, TokenKind.Word, char.IsUpper(text[start]) || char.GetUnicodeCategory(text[start]) == System.Globalization.UnicodeCategory.OtherLetter,
        possessive, Touches(tokens, start), -1, pack.Lexicon.Find(text.AsSpan(start, end - start)));

    private static int Number(string text, int start, LanguagePack pack, List<Token> tokens)
    {
        var end = start;
        double value = 0, scale = 0;
        while (end < text.Length)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c))
            {
                value = scale == 0 ? (value * 10) + (c - '0') : value + ((c - '0') * scale);
                scale /= 10;
            }
            else if (c is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]) && scale == 0 && !IsGroup(text, end) && !IsDotted(text, start, end))
            {
                scale = 0.1;
            }
            else if (!(c == ',' && IsGroup(text, end)))
            {
                break;
            }

            end++;
        }

        end = Math.Max(end, start + 1);
        var unit = end;
        while (unit < text.Length && char.IsLetter(text[unit]))
        {
            unit++;
        }

        // "2018-го": the ending is no word either.
        if (unit == end && end + 1 < text.Length && text[end] is '-' or '‑' && char.IsLetter(text[end + 1]))
        {
            unit = end + 1;
            while (unit < text.Length && char.IsLetter(text[unit]))
            {
                unit++;
            }

            var inflected = pack.IsOrdinalEnding(text.AsSpan(end + 1, unit - end - 1));
            tokens.Add(new Token(start, end, TokenKind.Number, false, false, Touches(tokens, start), end - start > 12 ? -1 : Math.Round(value, 4), Lexeme.Unknown));
            return inflected ? unit : end + 1;
        }

        // "20th", "1980s": the letters belong to the number and are no word.
        var ordinal = unit > end && pack.IsOrdinalEnding(text.AsSpan(end, unit - end));
        tokens.Add(new Token(start, ordinal ? unit : end, TokenKind.Number, false, false, Touches(tokens, start),
            end - start > 12 ? -1 : Math.Round(value, 4), Lexeme.Unknown));
        return ordinal ? unit : end;
    }

    private static bool IsGroup(string text, int at) =>
        text[at] == ',' && at + 3 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));

    /// <summary>"03.05.2014": a second point follows or went before, so it is no fraction.</summary>
    private static bool IsDotted(string text, int start, int at)
    {
        if (text[at] == '.' && start > 1 && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]))
        {
            return true;
        }

        var next = at + 1;
        while (next < text.Length && next < at + 4 && char.IsAsciiDigit(text[next]))
        {
            next++;
        }

        return text[at] == '.' && next + 1 < text.Length && text[next] == '.' && char.IsAsciiDigit(text[next + 1]);
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark
        || Folding.IsInvisible(c);

    private static bool JoinsWord(string text, int at) => at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && char.IsLetterOrDigit(text[at - 1]);

    private static bool Touches(List<Token> tokens, int start) => tokens.Count > 0 && tokens[^1].End == start;
}
