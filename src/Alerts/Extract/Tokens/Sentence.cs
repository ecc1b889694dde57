using Alerts.Extract.Languages;

namespace Alerts.Extract.Tokens;

/// <summary>A run of a block's tokens that ends with a full stop, or with the block.</summary>
internal readonly record struct Sentence(int First, int End)
{
    public int Count => End - First;
}

internal static class Sentences
{
    /// <summary>No real sentence is longer; what is gets cut here, so that the cost of reading one stays bounded.</summary>
    private const int Longest = 400;

    public static List<Sentence> Of(List<Token> tokens)
    {
        var sentences = new List<Sentence>();
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (i + 1 - first >= Longest || (IsEnd(tokens, i) && i + 1 - first > 1))
            {
                var end = i + 1;
                while (end < tokens.Count && end - i < 4 && tokens[end].Glued && IsCloser(tokens[end]))
                {
                    end++;
                }

                sentences.Add(new Sentence(first, end));
                first = end;
                i = end - 1;
            }
        }

        if (first < tokens.Count)
        {
            sentences.Add(new Sentence(first, tokens.Count));
        }

        return sentences;
    }

    private static bool IsCloser(Token token) => token.IsMark('"') || token.IsMark(')') || token.IsMark('\'') || token.IsMark(']') || token.IsMark('.');

    private static bool IsEnd(List<Token> tokens, int at)
    {
        var token = tokens[at];
        if (token.IsMark('!') || token.IsMark('?'))
        {
            return Opens(tokens, at);
        }

        if (!token.IsMark('.'))
        {
            return false;
        }

        var before = at > 0 ? tokens[at - 1] : Token.None;
        var initial = at > 0 && token.Glued && before.Kind == TokenKind.Word && before.Upper && before.End - before.Start == 1;
        var abbreviation = at > 0 && token.Glued && before.Lexeme.Is(WordClass.Abbreviation);
        return !initial && !abbreviation && Opens(tokens, at);
    }

    /// <summary>Does what follows look like the start of a sentence?</summary>
    private static bool Opens(List<Token> tokens, int at)
    {
        var next = at + 1;
        while (next < tokens.Count && tokens[next].Kind == TokenKind.Mark && next - at < 4)
        {
            next++;
        }

        return next >= tokens.Count || ((tokens[next].Upper || tokens[next].Kind == TokenKind.Number) && !(next == at + 1 && tokens[next].Glued));
    }
}
