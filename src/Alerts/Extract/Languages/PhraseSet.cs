using Alerts.Extract.Tokens;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Languages;

/// <summary>Phrases of which any will do, looked up by their first word.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<Lexeme, List<Phrase>> byWord = [];
    private readonly List<Phrase> byClass = [];

    public PhraseSet(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            Count++;
            First ??= phrase;
            if (phrase.Words[0] is not { } word)
            {
                continue;
            }

            if (word.StandsFor != WordClass.None)
            {
                byClass.Add(phrase);
            }
            else if (byWord.TryGetValue(word, out var beside))
            {
                beside.Add(phrase);
            }
            else
            {
                byWord[word] = [phrase];
            }
        }
    }

    public static PhraseSet None { get; } = new([]);

    public int Count { get; }

    /// <summary>The one that the pack names first.</summary>
    public Phrase? First { get; }

    /// <summary>Does any of them stand between these tokens?</summary>
    public bool AnyWithin(List<Token> tokens, int from, int limit)
    {
        for (var i = from; i < limit && Count > 0; i++)
        {
            if ((byWord.TryGetValue(tokens[i].Lexeme, out var here) && Any(here, tokens, i, limit)) || (byClass.Count > 0 && Any(byClass, tokens, i, limit)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(List<Phrase> phrases, List<Token> tokens, int at, int limit)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.EndAt(tokens, at, limit) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
