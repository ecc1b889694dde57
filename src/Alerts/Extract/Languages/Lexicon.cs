using Alerts.Extract.Tokens;

namespace Alerts.Extract.Languages;

/// <summary>The pack's words by their folded form.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, Lexeme> words;
    private readonly Dictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<char, List<(string Ending, Lexeme Stand)>> endings = [];

    public Lexicon()
    {
        words = new(StringComparer.Ordinal);
        lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => words.Count;

    public IEnumerable<Lexeme> Words => words.Values;

    /// <summary>The entry of a word in any case, typography or with invisible characters in it; else what its ending says.</summary>
    public Lexeme Find(ReadOnlySpan<char> word)
    {
        if (word.Length > Folding.Longest)
        {
            return Lexeme.Unknown;
        }

        Span<char> folded = stackalloc char[Folding.Longest];
        var length = Folding.Word(word, folded);
        if (lookup.TryGetValue(folded[..length], out var found))
        {
            return found;
        }

        return Unlisted(folded[..length], char.IsUpper(word[0]));
    }

    /// <summary>What the parts of a word that is not listed say.</summary>
    public Lexeme Unlisted(ReadOnlySpan<char> folded, bool isCapital)
    {
        // "ex-minister", "экс-кандидат": what the last part says.
        if (folded.LastIndexOf('-') is > 0 and var hyphen && folded.Length - hyphen > 4 && lookup.TryGetValue(folded[(hyphen + 1)..], out var last) && last.Noun is not null)
        {
            return last;
        }

        return folded.Length > 4 && !isCapital ? OfEnding(folded) : Lexeme.Unknown;
    }

    private Lexeme OfEnding(ReadOnlySpan<char> folded)
    {
        if (endings.TryGetValue(folded[^1], out var possible))
        {
            foreach (var (ending, stand) in possible)
            {
                if (folded.EndsWith(ending))
                {
                    return stand;
                }
            }
        }

        return Lexeme.Unknown;
    }

    /// <summary>Words that only phrases name are read by their ending like those that nothing names.</summary>
    public void ReadEndings()
    {
        foreach (var word in words.Values.Where(w => w.IsUnknown && w.Form.Length > 4))
        {
            var stand = OfEnding(word.Form);
            (word.Verb, word.Forms, word.Classes) = (stand.Verb, stand.Forms, stand.Classes);
        }
    }

    public Lexeme Add(string form)
    {
        var folded = Folding.Word(form);
        if (!words.TryGetValue(folded, out var word))
        {
            words[folded] = word = new Lexeme(folded);
        }

        return word;
    }

    /// <summary>Words that the pack does not list are read by their ending; the first that fits counts.</summary>
    public Lexeme AddEnding(string ending)
    {
        var stand = new Lexeme("-" + ending);
        if (!endings.TryGetValue(ending[^1], out var list))
        {
            endings[ending[^1]] = list = [];
        }

        list.Add((ending, stand));
        return stand;
    }
}
