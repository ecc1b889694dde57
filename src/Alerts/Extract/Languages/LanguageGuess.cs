using System.Collections.Frozen;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Languages;

/// <summary>Tells the language of a text. The words of all packs stand in one table, so that each word of the text is looked up once.</summary>
internal sealed class LanguageGuess
{
    private const int SampleLength = 4000;

    /// <summary>One word in so many must be known, or the text is in another language.</summary>
    private const int LeastKnown = 6;

    private const int FunctionWeight = 3;

    /// <summary>One word that only a neighbour has outweighs several that both have.</summary>
    private const int ForeignWeight = 4;

    private readonly IReadOnlyList<LanguagePack> packs;
    private readonly FrozenDictionary<string, Known>.AlternateLookup<ReadOnlySpan<char>> words;

    public LanguageGuess(IReadOnlyList<LanguagePack> packs)
    {
        this.packs = packs;
        var known = new Dictionary<string, Known>(StringComparer.Ordinal);
        for (var p = 0; p < packs.Count; p++)
        {
            foreach (var word in packs[p].Lexicon.Words)
            {
                known[word.Form] = known.GetValueOrDefault(word.Form).And(p, word);
            }
        }

        words = known.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The pack that knows most of the text's words, function words above all; what the document says of itself only settles a tie.</summary>
    /// <returns>null for a language that no pack covers.</returns>
    public LanguagePack? Of(string text, string? stated)
    {
        var weights = Weights(text.AsSpan(0, Math.Min(text.Length, SampleLength)));
        var best = -1;
        for (var p = 0; p < packs.Count; p++)
        {
            if (weights[p] > 0 && (best < 0 || weights[p] > weights[best] || (weights[p] == weights[best] && packs[p].Language == stated && packs[best].Language != stated)))
            {
                best = p;
            }
        }

        return best < 0 ? null : packs[best];
    }

    private int[] Weights(ReadOnlySpan<char> text)
    {
        var (known, function, count) = (new int[packs.Count], new int[packs.Count], 0);
        Span<char> folded = stackalloc char[Folding.Longest];
        foreach (var range in text.SplitAny(' ', '\n', '\t', ',', '.'))
        {
            var written = text[range];
            count += written.Length == 0 ? 0 : 1;
            if (written.Length is 0 or > Folding.Longest)
            {
                continue;
            }

            var form = folded[..Folding.Word(written, folded)];
            words.TryGetValue(form, out var word);
            for (var p = 0; p < packs.Count; p++)
            {
                if (!word.IsIn(p) && packs[p].Lexicon.Unlisted(form, char.IsUpper(written[0])) is var stand && stand != Lexeme.Unknown)
                {
                    word = word.And(p, stand);
                }

                known[p] += word.IsIn(p) ? 1 : 0;
                function[p] += word.Weight(p);
            }
        }

        return [.. known.Select((k, p) => k * LeastKnown >= count ? Math.Max(0, k + (FunctionWeight * function[p])) : 0)];
    }

    /// <summary>The packs that have a word, and for which it is a function word or one of a neighbour: a bit for each pack.</summary>
    private readonly record struct Known(ulong In, ulong Function, ulong Foreign)
    {
        public bool IsIn(int pack) => (In >> pack & 1) != 0;

        public int Weight(int pack) => (Function >> pack & 1) != 0 ? 1 : (Foreign >> pack & 1) != 0 ? -ForeignWeight : 0;

        public Known And(int pack, Lexeme word) =>
            new(In | (1UL << pack), Function | (Bit(word.Is(WordClass.Function)) << pack), Foreign | (Bit(word.Is(WordClass.Foreign)) << pack));

        private static ulong Bit(bool set) => set ? 1UL : 0;
    }
}
