using Alerts.Cases;
using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Attributes;

/// <summary>Lengths of time in words and figures: "seven and a half years", "18 months", "8.5 years", "a five-year", "10 суток".</summary>
internal static class TermReader
{
    private const int LongestYears = 1000;

    /// <returns>The first length between these tokens and the token behind it.</returns>
    public static (Term Term, int End)? First(List<Token> tokens, int from, int limit)
    {
        for (var i = from; i < limit; i++)
        {
            if (At(tokens, i, limit) is { } found)
            {
                // "two months ago", "six months after the vote" tell when, not how long.
                if (found.End < tokens.Count && (tokens[found.End].Is(WordClass.Ago | WordClass.Later) || (tokens[found.End].Is(WordClass.After) && !IsGoverned(tokens, i, from))))
                {
                    i = found.End;
                    continue;
                }

                return found;
            }
        }

        return null;
    }

    /// <summary>"six years ... and three": the first bare number, in the unit of the length before it.</summary>
    public static Term? Bare(List<Token> tokens, int from, int limit, Term like)
    {
        for (var i = from; i < limit; i++)
        {
            if (Count(tokens, i, limit).Count is > 0 and var count)
            {
                return Of(count, like.Years > 0 ? 'Y' : like.Months > 0 ? 'M' : 'D');
            }
        }

        return null;
    }

    /// <summary>"five, four and two years", "six years and eight months respectively": the lengths of a list, each in its unit or that of a later one.</summary>
    public static List<Term> Series(List<Token> tokens, int from, int limit)
    {
        var series = new List<Term>();
        var bare = new List<double>();
        for (var i = from; i < limit; i++)
        {
            var (count, next) = Count(tokens, i, limit);
            if (count <= 0 || next >= limit)
            {
                continue;
            }

            if (tokens[next].Is(WordClass.Unit) && Of(count, tokens[next].Lexeme.Unit) is { } term)
            {
                series.AddRange(bare.Select(b => Of(b, tokens[next].Lexeme.Unit)).OfType<Term>());
                series.Add(term);
                bare.Clear();
            }
            else if (tokens[next].IsMark(',') || tokens[next].Is(WordClass.And))
            {
                bare.Add(count);
            }
            else
            {
                bare.Clear();
            }

            i = next - 1;
        }

        return series;
    }

    private static bool IsGoverned(List<Token> tokens, int at, int from)
    {
        for (var i = at; i >= from && i >= at - 3; i--)
        {
            if (tokens[i].Is(WordClass.Preposition) && !tokens[i].Is(WordClass.After))
            {
                return true;
            }
        }

        return false;
    }

    public static (Term Term, int End)? At(List<Token> tokens, int at, int limit)
    {
        if (tokens[at].Lexeme.Term is { } whole)
        {
            return (whole, at + 1);
        }

        var (count, next) = Count(tokens, at, limit);
        if (count <= 0 || next >= limit)
        {
            return null;
        }

        // "eleven and a half years", "two and a half".
        var half = next;
        while (half < limit && half < next + 3 && (tokens[half].Is(WordClass.And | WordClass.Indefinite) || tokens[half].IsMark('-') || (half + 1 < limit && tokens[half + 1].Is(WordClass.Half))))
        {
            half++;
        }

        if (half < limit && tokens[half].Is(WordClass.Half))
        {
            (count, next) = (count + 0.5, half + 1);
        }

        while (next < limit && (tokens[next].IsMark('-') || (tokens[next].Is(WordClass.Adjective) && !tokens[next].Is(WordClass.Unit))) && next < at + 6)
        {
            next++;
        }

        if (next >= limit || !tokens[next].Is(WordClass.Unit) || Of(count, tokens[next].Lexeme.Unit) is not { } term || (tokens[next].Is(WordClass.Adjective) && !IsOfTerm(tokens, next, limit)))
        {
            return null;
        }

        // "cinco años y medio", "trois ans et demi".
        if (next + 2 < limit && tokens[next + 1].Is(WordClass.And) && tokens[next + 2].Is(WordClass.Half) && !(next + 3 < limit && tokens[next + 3].Is(WordClass.Unit)) && Of(count + 0.5, tokens[next].Lexeme.Unit) is { } longer)
        {
            return (longer, next + 3);
        }

        // "six years and three months".
        var more = next + 1;
        while (more < limit && more < next + 3 && (tokens[more].Is(WordClass.And) || tokens[more].IsMark(',')))
        {
            more++;
        }

        var (rest, after) = more < limit ? Count(tokens, more, limit) : (0, more);
        return rest > 0 && after < limit && tokens[after].Is(WordClass.Unit) && Smaller(tokens[after].Lexeme.Unit, tokens[next].Lexeme.Unit) && Of(rest, tokens[after].Lexeme.Unit) is { } part
            ? (new Term(term.Years + part.Years, term.Months + part.Months, term.Days + part.Days), after + 1)
            : (term, next + 1);
    }

    /// <summary>"14-летнего срока" is a length, "14-летнего подростка" an age.</summary>
    private static bool IsOfTerm(List<Token> tokens, int adjective, int limit)
    {
        for (var i = adjective + 1; i < limit && i < adjective + 4; i++)
        {
            if (tokens[i].Upper || tokens[i].Lexeme.Noun is not null)
            {
                return tokens[i].Lexeme.Noun is { Kind: NounKind.Thing };
            }
        }

        return false;
    }

    private static (double Count, int Next) Count(List<Token> tokens, int at, int limit)
    {
        var token = tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            return (token.Value, at + 1);
        }

        if (!token.Is(WordClass.NumberWord) || token.Is(WordClass.Indefinite))
        {
            return (0, at);
        }

        var count = token.Lexeme.Value;
        var next = at + 1;

        // "twenty-seven", "twenty seven".
        while (next < limit && tokens[next].IsMark('-'))
        {
            next++;
        }

        // "treinta y cinco".
        if (next + 1 < limit && count >= 20 && count % 10 == 0 && tokens[next].Is(WordClass.And) && tokens[next + 1].Is(WordClass.NumberWord) && !tokens[next + 1].Is(WordClass.Indefinite))
        {
            next++;
        }

        return next < limit && count >= 20 && tokens[next].Is(WordClass.NumberWord) && tokens[next].Lexeme.Value < 10 && tokens[next].Lexeme.Value >= 1
            ? (count + tokens[next].Lexeme.Value, next + 1)
            : (count, at + 1);
    }

    private static bool Smaller(char one, char other) => "DWMY".IndexOf(one, StringComparison.Ordinal) < "DWMY".IndexOf(other, StringComparison.Ordinal);

    private static Term? Of(double count, char unit)
    {
        var whole = (int)Math.Min(count, 100_000);
        var half = count - whole;
        return unit switch
        {
            'Y' when whole < LongestYears => new Term(whole, (int)Math.Round(half * 12), 0),
            'M' when whole < LongestYears => new Term(0, whole, (int)Math.Round(half * 30)),
            'W' when whole < LongestYears => new Term(0, 0, whole * 7),
            'D' when whole < 36_500 => new Term(0, 0, whole),
            _ => null,
        };
    }
}
