using Alerts.Extract.Tokens;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Languages;

/// <summary>Phrases of which any will do.</summary>
internal sealed class PhraseSet
{
    private readonly PhraseBook<Phrase> book = new();

    public PhraseSet(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            Count++;
            First ??= phrase;
            book.Add(phrase, phrase);
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
            if (book.At(tokens, i, limit).End >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
