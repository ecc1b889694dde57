using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Mentions;

/// <summary>Names that nobody watches: runs of capitalised words. An event of theirs must not be given to a watched case.</summary>
internal static class OtherNames
{
    public static void AddTo(Passage passage)
    {
        var watched = passage.Mentions;
        var all = new List<Mention>();
        var tokens = passage.Tokens;
        var m = 0;
        foreach (var sentence in passage.Sentences)
        {
            for (var i = sentence.First; i < sentence.End;)
            {
                if (m < watched.Count && watched[m].First == i)
                {
                    var end = watched[m].End;
                    while (m < watched.Count && watched[m].First < end)
                    {
                        all.Add(watched[m++]);
                    }

                    i = end;
                    continue;
                }

                var stop = m < watched.Count ? Math.Min(sentence.End, watched[m].First) : sentence.End;
                if (RunEnd(tokens, i, stop, sentence.First) is var run && run > i)
                {
                    all.Add(Of(passage, i, run));
                    i = run;
                }
                else
                {
                    i++;
                }
            }
        }

        passage.Mentions = all;
    }

    private static int RunEnd(List<Token> tokens, int first, int stop, int sentenceFirst)
    {
        if (!Starts(tokens, first))
        {
            return first;
        }

        var end = first + 1;
        while (end < stop && !tokens[end - 1].Possessive)
        {
            if (IsPart(tokens[end]) || (tokens[end].IsMark('.') && tokens[end].Glued && tokens[end - 1].End - tokens[end - 1].Start == 1))
            {
                end++;
            }
            else if (end + 1 < stop && tokens[end].Is(WordClass.NameLink) && !tokens[end].Possessive && IsPart(tokens[end + 1]))
            {
                end += 2;
            }
            else
            {
                break;
            }
        }

        // A common noun that begins a sentence is no name for its capital: "Суд над X".
        if (end == first + 1 && first == sentenceFirst && tokens[first].Lexeme.Noun is not null && !tokens[first].Possessive)
        {
            return first;
        }

        // One capitalised word that begins a sentence is a plain word more often than a name.
        return end == first + 1 && first == sentenceFirst && !tokens[first].Possessive && (tokens[first].Lexeme.IsUnknown || tokens[first].Is(WordClass.OrganizationWord | WordClass.Country))
            && (end >= stop || !tokens[end].Is(WordClass.Be | WordClass.Have) && tokens[end].Lexeme.Verb is null) ? first : end;
    }

    private static bool Starts(List<Token> tokens, int at) =>
        tokens[at].Kind == TokenKind.Word && tokens[at].Upper && (tokens[at].Lexeme.IsUnknown || tokens[at].Is(WordClass.OrganizationWord | WordClass.Country));

    private static bool IsPart(Token token) => token.Kind == TokenKind.Word && token.Upper
        && (token.Lexeme.IsUnknown || token.Is(WordClass.OrganizationWord | WordClass.Country) || token.Lexeme.Noun is not null);

    private static Mention Of(Passage passage, int first, int end)
    {
        var body = false;
        for (var i = first; i < end; i++)
        {
            body |= passage.Tokens[i].Is(WordClass.OrganizationWord) || passage.Tokens[i].Lexeme.Noun?.Kind == NounKind.Organization;
        }

        var place = first > 0 && passage.Tokens[first - 1].Is(WordClass.PlacePreposition);
        return new Mention
        {
            First = first,
            End = end,
            Kind = body ? NounKind.Organization : place || end - first > 4 ? NounKind.Thing : NounKind.Person,
            IsFull = end - first > 1,
            Key = Folding.Name(new string(passage.Word(end - 1))),
        };
    }
}
