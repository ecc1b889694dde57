using Alerts.Extract.Languages;
using Alerts.Extract.Mentions;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Chunks;

/// <summary>Reads a group of words around a noun or name, and what in it the group is about.</summary>
internal sealed partial class NounReader(LanguagePack pack, Passage passage)
{
    private const WordClass Ends = WordClass.Preposition | WordClass.And | WordClass.But | WordClass.Relative | WordClass.Subordinator | WordClass.Condition | WordClass.Including | WordClass.Except | WordClass.ThatClause;
    private const WordClass Starts = WordClass.Definite | WordClass.Indefinite | WordClass.Owner;

    private readonly List<Token> tokens = passage.Tokens;

    public Chunk? Read(int first, Sentence sentence, int limit, List<Mention> mentions, int mention, VerbReader verbs)
    {
        var names = new List<Mention>();
        Lexeme? pronoun = null, ownerWord = null;
        var features = first > sentence.First && tokens[first - 1].Is(WordClass.Preposition) && (tokens[first - 1].Lexeme.Features & Feature.AnyCase) is not Feature.None and var governed
            ? governed : pack.MarksCase ? Feature.AnyCase & ~Feature.Loc : Feature.AnyCase;
        var headSeen = false;
        bool indefinite = false, definite = false, counted = false;
        var count = 0;
        var i = first;
        while (i < limit)
        {
            var token = tokens[i];
            while (mention < mentions.Count && mentions[mention].First < i)
            {
                mention++;
            }

            if (mention < mentions.Count && mentions[mention].First == i)
            {
                var name = mentions[mention];
                // "the properties X owned", "in prison X began": a thing is no title.
                if (i > first && pack.IsPlain && name.Kind == NounKind.Person && names.Count == 0 && tokens[i - 1] is { Upper: false, Possessive: false, Lexeme.Noun.Kind: NounKind.Thing } thing && !thing.Lexeme.Has(VerbForm.Gerund))
                {
                    break;
                }

                if (pack.HeadFirst && i > first && !definite && !indefinite && !counted && names.Count == 0 && FirstIn(first, i) is null or { Kind: NounKind.Thing } && tokens[first].Kind == TokenKind.Word && !tokens[first].Upper)
                {
                    break;
                }

                var quoted = headSeen && tokens[i - 1].IsMark('"');
                var own = name.Case is null && Nominative(name) ? Feature.Nom : name.Features;
                var apposed = FirstIn(first, i) is { Kind: NounKind.Person } && (features & own & Feature.AnyCase) != 0;
                var afterThing = i > first && !apposed && (tokens[i - 1].Lexeme.Noun is { Kind: NounKind.Thing } || (names.Count > 0 && names[^1].Case is null)) && name.Case is not null && (own & Feature.Gen) == 0;
                if (pack.MarksCase && i > first && !quoted && (afterThing || (name.Kind == NounKind.Person && names.Count == 0 && HasLength(first, i)) || Clashes(features, own, headSeen && names.Count == 0)))
                {
                    break;
                }

                features = headSeen ? features : Agree(features, own);
                headSeen = true;
                names.Add(name);
                i = Math.Min(name.End, Math.Max(limit, i + 1));
                continue;
            }

            if (token.Kind == TokenKind.Mark)
            {
                if (token.IsMark('.') && i + 1 >= limit)
                {
                    break;
                }

                // "в третьем, окончательном чтении".
                if (pack.MarksCase && token.IsMark(',') && i > first && i + 2 < limit && names.Count == 0 && IsAdjective(i - 1) && IsAdjective(i + 1) && tokens[i + 2].Lexeme.Noun is not null && (EndingOf(i - 1) & EndingOf(i + 1)) != 0)
                {
                    i++;
                    continue;
                }

                if (token.IsMark('"') || token.IsMark('.') || token.IsMark('\'') || token.IsMark('%') || token.IsMark('$') || token.IsMark('/') || (token.IsMark('-') && token.Glued))
                {
                    i++;
                    continue;
                }

                break;
            }

            var word = token.Lexeme;
            // "granted X bail", "granted the duo bail": to whom and what.
            if (pack.IsPlain && i > first + 1 && definite && !token.Upper && tokens[i - 1] is { Possessive: false } last
                && (names.Count > 0 && names[^1].End == i ? names[^1].Kind == NounKind.Organization && word.Noun is null or { Kind: NounKind.Thing } : word.Noun is { Kind: NounKind.Thing } && last.Lexeme.Noun is { Kind: NounKind.Person or NounKind.Organization }) && first > sentence.First && tokens[first - 1].Lexeme.Verb is { } granting && (granting.Classes & VerbClass.Give) != 0)
            {
                break;
            }

            if (names.Count > 0 && names[^1].End == i && !definite && !indefinite && !token.Upper && !tokens[i - 1].Possessive && first > sentence.First && tokens[first - 1].Lexeme.Verb is { } giving && (giving.Classes & VerbClass.Give) != 0)
            {
                break;
            }

            if (pack.MarksCase && i > first && BeginsAnother(i, word, names, headSeen))
            {
                break;
            }

            if (word.Is(Ends) && !(word.Is(WordClass.Definite) && i == first) && i > first)
            {
                break;
            }

            if (i > first && !(i == first + 1 && tokens[first].Is(WordClass.Quantifier) && word.Is(WordClass.Definite)) && (word.Is(Starts | WordClass.Adverb | WordClass.Pronoun | WordClass.Negation | WordClass.Still) || verbs.IsVerb(i, sentence)) && (!word.Is(WordClass.Adjective) || Acts(i, limit)))
            {
                break;
            }

            if (i == first + 1 && ownerWord is not null && !pack.MarksCase && (token.Kind == TokenKind.Number || word.Is(WordClass.NumberWord)) && !IsHyphened(i, limit))
            {
                break;
            }

            if (pack.MarksCase && i == first && word.Is(WordClass.Adverb | WordClass.Still) && !word.Is(WordClass.Quantifier | WordClass.Adjective | WordClass.Both | Starts) && word.Noun is null)
            {
                return new Chunk(ChunkKind.Adverb, first, first + 1) { Lexeme = word };
            }

            if (((names.Count > 0 && !tokens[i - 1].Possessive) || (pack.HeadFirst && HasNoun(first, i))) && (token.Kind == TokenKind.Number || word.Is(WordClass.NumberWord)))
            {
                break;
            }

            if (word.Is(WordClass.Pronoun) && i == first && !OpensGroup(i, limit, verbs, sentence))
            {
                var alone = word.Noun is null && !word.Is(WordClass.Both);
                pronoun = word;
                features = word.Features == Feature.None ? features : word.Features;
                i++;
                if (alone)
                {
                    break;
                }

                continue;
            }

            if (pack.MarksCase && !word.Is(WordClass.Owner | WordClass.NumberWord))
            {
                var own = CaseOf(i);
                if (own != Feature.None)
                {
                    if (i > first && Clashes(features, own, headSeen && names.Count == 0))
                    {
                        break;
                    }

                    features = headSeen ? features : Agree(features, own);
                    headSeen |= word.Noun is not null;
                }
            }

            headSeen |= pack.MarksCase && word.Is(WordClass.Unit);

            // "the 34-year-old": an age counts nobody.
            var measures = pack.IsPlain && IsHyphened(i, limit);
            count = count > 0 || measures ? count : token.Kind == TokenKind.Number ? Math.Max(0, token.Number) : word.Is(WordClass.NumberWord) ? (int)word.Value : 0;
            ownerWord ??= word.Is(WordClass.Owner) ? word : null;
            indefinite |= word.Is(WordClass.Indefinite | WordClass.Other);
            definite |= word.Is(WordClass.Definite | WordClass.Owner);
            definite |= i == first + 1 && pack.IsPlain && tokens[first].Is(WordClass.Quantifier) && (word.Is(WordClass.NumberWord) || token.Kind == TokenKind.Number);
            counted |= !measures && (word.Is(WordClass.Quantifier | WordClass.NumberWord | WordClass.Both) || (token.Kind == TokenKind.Number && i + 1 < limit && !tokens[i + 1].Is(WordClass.Unit)));
            i++;
        }

        if (i == first)
        {
            return tokens[first].Is(WordClass.Adverb) ? new Chunk(ChunkKind.Adverb, first, first + 1) { Lexeme = tokens[first].Lexeme } : null;
        }

        if (i == first + 1 && tokens[first].Is(WordClass.Adverb | WordClass.Still | WordClass.Reported) && names.Count == 0)
        {
            return new Chunk(ChunkKind.Adverb, first, i) { Lexeme = tokens[first].Lexeme };
        }

        var aloneOwner = i == first + 1 && ownerWord is not null;
        var chunk = new Chunk(ChunkKind.Noun, first, i)
        {
            Names = names,
            Pronoun = aloneOwner ? ownerWord : pronoun,
            OwnerWord = aloneOwner ? null : ownerWord,
            IsIndefinite = indefinite,
            IsDefinite = definite,
            IsCounted = counted,
            Count = count,
            Features = aloneOwner && pack.MarksCase ? ownerWord!.Features : features,
        };
        return pack.MarksCase ? HeadFirst(chunk) : pack.HeadFirst ? FirstNoun(chunk) : HeadLast(chunk);
    }

    /// <summary>"20-year": a hyphen ties the number to the next word.</summary>
    private bool IsHyphened(int at, int limit) => at + 1 < limit && tokens[at + 1].Start == tokens[at].End + 1 && passage.Text[tokens[at].End] is '-' or '‑';

    /// <summary>"each man", not "each received", "each of them".</summary>
    private bool OpensGroup(int at, int limit, VerbReader verbs, Sentence sentence) =>
        tokens[at].Is(WordClass.Indefinite) && at + 1 < limit && tokens[at + 1].Kind == TokenKind.Word && !tokens[at + 1].Is(Ends | WordClass.Adverb | WordClass.Be | WordClass.Have) && !verbs.IsVerb(at + 1, sentence);

    /// <summary>"suspended the paper": no adjective, for an object follows and no noun.</summary>
    private bool Acts(int at, int limit) =>
        pack.IsPlain && at + 1 < limit && tokens[at].Lexeme.Has(VerbForm.Past) && (tokens[at + 1].Is(Starts | WordClass.Pronoun | WordClass.Quantifier) || tokens[at + 1].Upper
            || (tokens[at + 1].Is(WordClass.NumberWord) && !(at + 2 < limit && tokens[at + 2].Is(WordClass.Unit)))
            || (IsActor(tokens[at - 1]) && (tokens[at + 1].Is(WordClass.Preposition) || tokens[at + 1].Lexeme.Noun is { Triggers.Count: 0, Kind: not NounKind.Person })));

    /// <summary>"the government suspended enforcement": a doer, not the words before an adjective.</summary>
    private static bool IsActor(Token before) => before is { Kind: TokenKind.Word, Possessive: false } && (before.Upper || before.Lexeme.IsUnknown || before.Is(WordClass.OrganizationWord) || before.Lexeme.Noun is { Kind: not NounKind.Thing })
        && !before.Is(Starts | WordClass.Unit | WordClass.NumberWord | WordClass.Adjective);

    /// <summary>"Срок | тремя годами", "пять лет | журналист", "агентов | журналиста X": no genitive holds the two together.</summary>
    private bool BeginsAnother(int at, Lexeme word, List<Mention> names, bool headSeen) =>
        (tokens[at - 1].Is(WordClass.Unit) && !tokens[at - 1].Is(WordClass.Adjective) && word.Noun is { Kind: not NounKind.Thing })
        || (names.Count > 0 && names[^1].Kind == NounKind.Person && (word.Noun is { Kind: NounKind.Thing } || word.Is(WordClass.Unit)) && !(names.Count == 1 && Nominative(names[0]) && word.Features.HasFlag(Feature.Nom)))
        || (headSeen && word.Is(WordClass.Unit) && names.Count == 0 && tokens[at - 1].Lexeme.Noun is { Kind: NounKind.Thing } && !word.Features.HasFlag(Feature.Gen) && word.Term is null && !tokens[at - 1].Is(WordClass.Unit))
        || (headSeen && word.Is(WordClass.NumberWord) && (word.Features & Feature.AnyCase) == 0 && tokens[at - 1].Lexeme.Noun is { Kind: NounKind.Thing })
        || (tokens[at - 1].Lexeme is { Noun.Kind: NounKind.Person } many && !many.Features.HasFlag(Feature.Sg) && word is { Noun.Kind: NounKind.Person } && !word.Features.HasFlag(Feature.Pl));

    /// <summary>"к пяти годам колонии | X": a length belongs to nobody.</summary>
    private bool HasLength(int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (tokens[i].Is(WordClass.Unit) && !tokens[i].Is(WordClass.Adjective) && (tokens[i - 1].Kind == TokenKind.Number || tokens[i - 1].Is(WordClass.NumberWord)))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasNoun(int first, int end) => FirstIn(first, end) is not null;

    private Noun? FirstIn(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Lexeme.Noun is { } noun)
            {
                return noun;
            }
        }

        return null;
    }

    /// <summary>Where nouns change with their case: the first noun is what is meant, a name after it in another case belongs to it.</summary>
    private Chunk HeadFirst(Chunk chunk)
    {
        Noun? noun = null;
        var at = -1;
        for (var i = chunk.First; i < chunk.End && noun is null; i++)
        {
            if (chunk.Names.Any(n => i >= n.First && i < n.End))
            {
                break;
            }

            (noun, at) = (tokens[i].Lexeme.Noun, i);
        }

        Mention? head = null, owner = null;
        foreach (var name in chunk.Names)
        {
            var fits = noun is null || (Kinds(noun, name) && ((name.Features & chunk.Features & Feature.AnyCase) != 0 || (name.First > 0 && tokens[name.First - 1].IsMark('"'))));
            var dependent = noun is { IsRelation: true } && name.Features.HasFlag(Feature.Gen) && !(noun.IsOffice && name.IsFull);
            if (fits && !dependent && (head is null || name.IsFull))
            {
                head = name;
            }
            else if (name.Features.HasFlag(Feature.Gen) || (noun is not null && name.Kind is NounKind.Organization or NounKind.Law && tokens[name.First - 1].IsMark('"')))
            {
                owner ??= name;
            }
        }

        // "дело активиста", "регистрация партии".
        var whose = noun is { Kind: NounKind.Thing } && chunk.Names.Count == 0 ? Whose(at + 1, chunk.End) : null;
        var number = at < 0 ? Feature.None : tokens[at].Lexeme.Features & (Feature.Sg | Feature.Pl);
        var plural = number is Feature.Sg or Feature.Pl ? number : Feature.None;
        var gender = head is not { Kind: NounKind.Person } && at >= 0 ? tokens[at].Lexeme.Features & Feature.AnyGender : Feature.None;
        // "Двое активистов": the number stands in the nominative.
        var several = noun is { Kind: NounKind.Person } && chunk is { Count: > 1, IsIndefinite: false, Names.Count: 0 } && chunk.Features.HasFlag(Feature.Gen) && EndingOf(chunk.First).HasFlag(Feature.Nom)
            ? Feature.Nom : Feature.None;
        var measure = chunk.Names.Count == 0 && chunk.Pronoun is null && IsMeasure(chunk) ? ~Feature.Nom : ~Feature.None;
        return chunk with { Head = head, HeadNoun = noun, OwnerName = owner, OwnerNoun = whose, Features = (chunk.Features | plural | gender | several) & measure };
    }

    private Noun? Whose(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (tokens[i].Lexeme is { Noun: { Kind: not NounKind.Thing, IsRelation: false } own } word && word.Features.HasFlag(Feature.Gen) && (word.Features & (Feature.Sg | Feature.Pl)) != Feature.Pl)
            {
                return own;
            }
        }

        return null;
    }

    /// <summary>"Верховный суд": the adjective of an unwatched name shows that it is the subject.</summary>
    private bool Nominative(Mention name) => pack.MarksCase && !name.IsFull && (EndingOf(name.First) & (Feature.Nom | Feature.Gen | Feature.Dat)) == Feature.Nom;

    /// <summary>"Шесть лет колонии": a length does nothing.</summary>
    private bool IsMeasure(Chunk chunk)
    {
        for (var i = chunk.First; i < chunk.End && i < chunk.First + 5; i++)
        {
            if (tokens[i].Is(WordClass.Unit))
            {
                return i == chunk.End - 1 || tokens[chunk.First].Kind == TokenKind.Number || tokens[chunk.First].Is(WordClass.NumberWord);
            }
        }

        return false;
    }

    private static bool Kinds(Noun noun, Mention name) => noun.Kind == name.Kind;

    private Feature CaseOf(int at)
    {
        var token = tokens[at];
        if (token.Kind != TokenKind.Word)
        {
            return Feature.None;
        }

        if (token.Lexeme.Noun is not null)
        {
            return token.Lexeme.Features & Feature.AnyCase;
        }

        return EndingOf(at);
    }

    private bool IsAdjective(int at) => tokens[at] is { Kind: TokenKind.Word, Upper: false, Lexeme: { Noun: null, Verb: null } } && EndingOf(at) != Feature.None;

    private Feature EndingOf(int at) => pack.CaseOfEnding(passage.Word(at));

    /// <summary>After the head, a genitive belongs to it and the same case stands beside it; anything else begins another group.</summary>
    private static bool Clashes(Feature group, Feature next, bool headSeen) =>
        (group & next & Feature.AnyCase) == 0 && !(headSeen && next.HasFlag(Feature.Gen));

    private static Feature Agree(Feature group, Feature next)
    {
        var both = group & next & Feature.AnyCase;
        return (both == 0 ? next & Feature.AnyCase : both) | ((group | next) & ~Feature.AnyCase);
    }
}
