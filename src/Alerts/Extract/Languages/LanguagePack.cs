using Alerts.Cases;
using Alerts.Extract.Tokens;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Languages;

/// <summary>All that is known of one language, ready for use.</summary>
internal sealed class LanguagePack
{
    private readonly Dictionary<char, (string Ending, Feature Features)[]> byLast = [];
    private readonly Dictionary<char, NameEnding[]> nameEndings = [];

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }

    public required Lexicon Lexicon { get; init; }

    /// <summary>Nouns change with their case, so words find their roles by form; otherwise by order.</summary>
    public required bool MarksCase { get; init; }

    /// <summary>A group's first noun is what it is about, adjectives and participles follow it; infinitives have a form of their own.</summary>
    public required bool HeadFirst { get; init; }

    /// <summary>Order alone shows the roles, as in English.</summary>
    public bool IsPlain => !MarksCase && !HeadFirst;

    /// <summary>A finite verb may go without a subject: "fue detenido".</summary>
    public required bool DropsSubject { get; init; }

    /// <summary>Verbs of moving form their past with "be", so that it looks present: "est sorti".</summary>
    public required bool HasPastWithBe { get; init; }

    /// <summary>The subject may stand behind its verb: "murió X".</summary>
    public required bool SubjectMayFollow { get; init; }

    /// <summary>Months are written small.</summary>
    public required bool SmallMonths { get; init; }

    /// <summary>Words cut short before a vowel, with their apostrophe: "l'".</summary>
    public required IReadOnlySet<string> Elisions { get; init; }

    public required IReadOnlyList<string> Possessives { get; init; }

    public required IReadOnlySet<string> OrdinalEndings { get; init; }

    /// <summary>How names change: an ending, what it takes the place of, and what that means.</summary>
    public required IReadOnlyList<NameEnding> NameEndings
    {
        init => nameEndings = value.GroupBy(e => e.Ending[^1]).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Names change with their case.</summary>
    public bool BendsNames => nameEndings.Count > 0;

    /// <summary>What the ending of a word that the pack does not list tells of its case; the longest first.</summary>
    public required IReadOnlyList<(string Ending, Feature Features)> CaseEndings
    {
        init => byLast = value.GroupBy(e => e.Ending[^1]).ToDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>Names with these endings never change.</summary>
    public required IReadOnlyList<string> IndeclinableEndings { get; init; }

    /// <summary>Words with these endings may be plurals.</summary>
    public required IReadOnlyList<string> PluralEndings { get; init; }

    /// <summary>Verbs with these endings have several subjects, or none that is named: "его задержали".</summary>
    public required IReadOnlyList<string> PluralVerbEndings { get; init; }

    /// <summary>International bodies whose acts on a case are told as <c>review</c>.</summary>
    public required PhraseBook<string> Bodies { get; init; }

    /// <summary>Words at the start of a sentence that point back: "This was reported on Tuesday".</summary>
    public required PhraseBook<string> PointsBack { get; init; }

    /// <summary>What makes one happening of what befell several: "in the same case".</summary>
    public required PhraseSet Together { get; init; }

    /// <summary>First names with these endings are women's.</summary>
    public required IReadOnlyList<string> FeminineEndings { get; init; }

    /// <summary>Surnames with these endings are women's.</summary>
    public required IReadOnlyList<string> FeminineSurnames { get; init; }

    /// <summary>Surnames with these endings are men's.</summary>
    public required IReadOnlyList<string> MasculineSurnames { get; init; }

    /// <summary>First names with these endings are men's.</summary>
    public required IReadOnlyList<string> MasculineNames { get; init; }

    /// <summary>Words that say nothing here: "at least", "as many as".</summary>
    public required PhraseBook<string> Fillers { get; init; }

    /// <summary>Several words that stand for one preposition: "in respect of".</summary>
    public required PhraseBook<string> Prepositions { get; init; }

    public required PhraseBook<string> Times { get; init; }

    public required IReadOnlyDictionary<CaseEventType, PhraseBook<string>> Details { get; init; }

    /// <summary>Words that make what is told a demand, a plan, a doubt, wherever they stand before it in the clause.</summary>
    public required PhraseBook<string> Cues { get; init; }

    /// <summary>Length of the word without a possessive ending.</summary>
    public int WithoutPossessive(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < Possessives.Count; i++)
        {
            var ending = Possessives[i];
            if (word.Length > ending.Length && (word.EndsWith(ending) || (word[^ending.Length] == '’' && word[^(ending.Length - 1)..].SequenceEqual(ending.AsSpan(1)))))
            {
                return word.Length - ending.Length;
            }
        }

        return word.Length;
    }

    /// <summary>Its case cannot be seen: the ending never changes, or the word is in another script than the language's.</summary>
    public bool IsIndeclinable(ReadOnlySpan<char> name) => char.IsAsciiLetter(name[^1]) || Ends(name, IndeclinableEndings);

    public bool HasPluralEnding(ReadOnlySpan<char> word) => Ends(word, PluralEndings);

    public bool HasPluralVerbEnding(ReadOnlySpan<char> word) => Ends(word, PluralVerbEndings);

    public bool HasFeminineEnding(ReadOnlySpan<char> name) => Ends(name, FeminineEndings);

    public bool IsFeminine(Case person) =>
        person.Gender == Gender.Female || (person.Gender is null && (OfSurname(person.Name) ?? HasFeminineEnding(person.Name.AsSpan(0, (person.Name + ' ').IndexOf(' ', StringComparison.Ordinal)))));

    /// <summary>The surname or the first name is a man's; many names show neither.</summary>
    public bool IsMasculine(Case person) =>
        person.Gender == Gender.Male || (person.Gender is null && (OfSurname(person.Name) is { } feminine ? !feminine : Ends(person.Name.AsSpan(0, (person.Name + ' ').IndexOf(' ', StringComparison.Ordinal)), MasculineNames)));

    /// <summary>Is it a woman's, as its surname shows? null when that shows nothing.</summary>
    private bool? OfSurname(string name)
    {
        foreach (var part in name.Split([' ', '-']).Skip(1))
        {
            if (Ends(part, FeminineSurnames))
            {
                return true;
            }

            if (Ends(part, MasculineSurnames))
            {
                return false;
            }
        }

        return null;
    }

    /// <summary>What the ending of a word that the pack does not list tells of its case; none when nothing.</summary>
    public Feature CaseOfEnding(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !byLast.TryGetValue(char.ToLowerInvariant(word[^1]), out var possible))
        {
            return Feature.None;
        }

        foreach (var (ending, features) in possible)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return features & Feature.AnyCase;
            }
        }

        return Feature.None;
    }

    /// <summary>Which of the name endings a word that ends in this letter may have.</summary>
    public ReadOnlySpan<NameEnding> NameEndingsIn(char last) => nameEndings.GetValueOrDefault(char.ToLowerInvariant(last));

    /// <summary>Length of the word cut short that this one begins with, apostrophe included; 0 for none.</summary>
    public int ElisionIn(ReadOnlySpan<char> word)
    {
        var mark = Elisions.Count == 0 ? -1 : word.IndexOfAny('\'', '’');
        if (mark is < 1 or > 8 || mark + 1 >= word.Length)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[10];
        var length = Folding.Word(word[..(mark + 1)], folded);
        return Elisions.Contains(new string(folded[..length])) ? mark + 1 : 0;
    }

    private static bool Ends(ReadOnlySpan<char> word, IReadOnlyList<string> endings)
    {
        for (var i = 0; i < endings.Count; i++)
        {
            if (word.EndsWith(endings[i], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsOrdinalEnding(ReadOnlySpan<char> ending)
    {
        foreach (var known in OrdinalEndings)
        {
            if (ending.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="Ending">What an inflected name ends with.</param>
/// <param name="Base">What the base form has in its place.</param>
/// <param name="Features">Cases, number and gender the ending stands for.</param>
internal sealed record NameEnding(string Ending, string Base, Feature Features);

/// <summary>Phrases by their first word, each with what it means.</summary>
internal sealed class PhraseBook<T>
{
    private readonly Dictionary<Lexeme, List<(Phrase Phrase, T Meaning)>> byFirst = [];

    /// <summary>Phrases that any word of a class begins.</summary>
    private readonly List<(Phrase Phrase, T Meaning)> open = [];

    /// <summary>The words that begin a phrase.</summary>
    public IEnumerable<Lexeme> Openers => byFirst.Keys;

    public void Add(Phrase phrase, T meaning)
    {
        var first = phrase.Words[0]!;
        if (first.StandsFor != WordClass.None)
        {
            open.Add((phrase, meaning));
            return;
        }

        if (!byFirst.TryGetValue(first, out var list))
        {
            byFirst[first] = list = [];
        }

        list.Add((phrase, meaning));
        list.Sort((a, b) => b.Phrase.Words.Count.CompareTo(a.Phrase.Words.Count));
    }

    /// <summary>The longest phrase that begins at this token and ends before <paramref name="limit"/>.</summary>
    /// <returns>Its meaning and the token behind it; -1 where there is none.</returns>
    public (T? Meaning, int End) At(List<Token> tokens, int at, int limit)
    {
        return byFirst.TryGetValue(tokens[at].Lexeme, out var list) && Of(list, tokens, at, limit) is { End: >= 0 } found ? found : Of(open, tokens, at, limit);
    }

    private static (T? Meaning, int End) Of(List<(Phrase Phrase, T Meaning)> phrases, List<Token> tokens, int at, int limit)
    {
        foreach (var (phrase, meaning) in phrases)
        {
            if (phrase.EndAt(tokens, at, limit) is var end and >= 0)
            {
                return (meaning, end);
            }
        }

        return (default, -1);
    }
}

internal static class PhraseMatch
{
    private const int Gap = 2;

    /// <returns>The token behind the phrase when it begins at this one, else -1.</returns>
    public static int EndAt(this Phrase phrase, List<Token> tokens, int at, int limit)
    {
        var words = phrase.Words;
        var i = at;
        for (var w = 0; w < words.Count; w++)
        {
            if (words[w] is not { } word)
            {
                var next = words[w + 1];
                var stop = Math.Min(limit, i + Gap);
                while (i < stop && !tokens[i].Lexeme.Meets(next))
                {
                    i++;
                }

                continue;
            }

            if (i >= limit || !tokens[i].Lexeme.Meets(word))
            {
                return -1;
            }

            i++;
            while (w + 1 < words.Count && i < limit && tokens[i].IsMark('"'))
            {
                i++;
            }
        }

        return i;
    }
}
