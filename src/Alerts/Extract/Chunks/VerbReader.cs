using Alerts.Extract.Languages;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Chunks;

/// <summary>Reads a verb with its auxiliaries, negations and the adverbs between them.</summary>
internal sealed class VerbReader(LanguagePack pack, Passage passage)
{
    private const WordClass Auxiliary = WordClass.Be | WordClass.Have | WordClass.Do | WordClass.Duty | WordClass.Chance | WordClass.Future | WordClass.Conditional;
    private const WordClass Between = WordClass.Adverb | WordClass.Still | WordClass.Reported | WordClass.Subordinator | WordClass.Both;

    private readonly List<Token> tokens = passage.Tokens;

    private bool finiteSeen;

    public Chunk? Read(int first, Sentence sentence, List<Chunk> before)
    {
        finiteSeen = before.Exists(c => c.Kind == ChunkKind.Verb && !c.IsInfinitive && (c.Forms & VerbForm.Gerund) == 0);
        if (!Opens(first, sentence))
        {
            return null;
        }

        WordClass auxiliaries = 0;
        bool negated = false, infinitive = false, reported = false, present = false, ongoing = false;
        Lexeme last = Lexeme.Unknown;
        var clitics = new List<Lexeme>();
        var i = first;
        for (; i < sentence.End; i++)
        {
            var word = tokens[i].Lexeme;
            if (IsClitic(i, sentence))
            {
                clitics.Add(word);
            }
            else if (word.Is(WordClass.Infinitive) && FollowsInfinitive(i, sentence))
            {
                infinitive = true;
                last = word;
            }
            else if (word.Is(Auxiliary) && !IsCapital(i, sentence))
            {
                auxiliaries |= word.Classes & Auxiliary;
                present |= word.Has(VerbForm.Present) && !word.Is(WordClass.Have);
                negated |= word.Is(WordClass.Negation);
                ongoing |= word.Is(WordClass.Ongoing);
                last = word;
            }
            else if (word.Is(WordClass.Negation))
            {
                negated = true;
            }
            else if (clitics.Count > 0 && auxiliaries == 0 ? IsFiniteForm(word) : IsMain(i, last, sentence, i == first))
            {
                i++;
                return With(clitics, Of(first, i, tokens[i - 1].Lexeme, auxiliaries, negated, infinitive, reported, present, ongoing));
            }
            else if (i > first && word.Is(Between) && i + 1 < sentence.End && Continues(i + 1, sentence))
            {
                reported |= word.Is(WordClass.Reported);
                ongoing |= word.Is(WordClass.Ongoing);
            }
            else
            {
                break;
            }
        }

        return auxiliaries == 0 && !infinitive ? (negated ? new Chunk(ChunkKind.Adverb, first, Math.Max(i, first + 1)) { IsNegated = true } : null)
            : With(clitics, Of(first, i, last, auxiliaries, negated, infinitive, reported, present, ongoing));
    }

    /// <summary>A pronoun before its verb: "lo detuvieron", "ne l'a pas condamné"; "lo" before a noun is none.</summary>
    public bool IsClitic(int at, Sentence sentence)
    {
        if (!tokens[at].Is(WordClass.Clitic))
        {
            return false;
        }

        var next = at + 1;
        while (next < sentence.End && next < at + 4 && tokens[next].Is(WordClass.Clitic | WordClass.Negation) && !tokens[next].Is(Auxiliary))
        {
            next++;
        }

        return next < sentence.End && !tokens[next].Upper && (tokens[next].Is(Auxiliary) || IsFiniteForm(tokens[next].Lexeme)) && !(tokens[at].Is(WordClass.Preposition) && tokens[next].Lexeme.Has(VerbForm.Gerund));
    }

    private static bool IsFiniteForm(Lexeme word) => word is { Verb: not null, Noun: null } && word.Has(VerbForm.Past | VerbForm.Present | VerbForm.Future | VerbForm.Infinitive);

    private static Chunk With(List<Lexeme> clitics, Chunk verb)
    {
        if (clitics.Count == 0)
        {
            return verb;
        }

        var reflexive = clitics.Exists(c => c.Is(WordClass.Reflexive));
        return verb with
        {
            Clitics = clitics.FindAll(c => !c.Is(WordClass.Reflexive)),
            IsReflexive = reflexive,
            Forms = verb.Forms | (reflexive ? VerbForm.Reflexive : VerbForm.None),
            IsPresent = verb.IsPresent && !(reflexive && verb.HasBe),
        };
    }

    public bool IsVerb(int at, Sentence sentence) => Opens(at, sentence);

    public bool FollowsInfinitive(int at, Sentence sentence)
    {
        var next = at + 1;
        while (next < sentence.End && next < at + 3 && tokens[next].Is(WordClass.Adverb))
        {
            next++;
        }

        return next < sentence.End && (tokens[next].Lexeme.Has(VerbForm.Infinitive) || (tokens[next].Lexeme.Form is { Length: > 0 } && tokens[next].Is(WordClass.Be | WordClass.Have) && tokens[next].Lexeme.Has(VerbForm.Infinitive)))
            && !tokens[next].Upper;
    }

    private Chunk Of(
        int first, int end, Lexeme main, WordClass auxiliaries, bool negated, bool infinitive, bool reported, bool present, bool ongoing) => new(ChunkKind.Verb, first, end)
        {
            Lexeme = main,
            Verb = main.Verb,
            Forms = main.Forms | (tokens[first].Lexeme is var opener && opener.Is(Auxiliary) ? opener.Forms & VerbForm.Gerund : VerbForm.None),
            Features = pack.MarksCase && main.Has(VerbForm.Attributive | VerbForm.Active) && pack.CaseOfEnding(passage.Word(end - 1)) is not Feature.None and var agreeing ? agreeing : Feature.AnyCase,
            IsPlural = pack.MarksCase && (main.Forms & (VerbForm.Past | VerbForm.Present)) != 0 && pack.HasPluralVerbEnding(passage.Word(end - 1)),
            IsOngoing = ongoing,
            HasBe = (auxiliaries & WordClass.Be) != 0,
            HasAuxiliary = auxiliaries != 0,
            IsPluperfect = (auxiliaries & WordClass.Have) != 0 && !main.Is(WordClass.Have) && HasPast(first, end),
            IsInfinitive = infinitive || (pack.HeadFirst && IsInfinitive(first, end)),
            IsNegated = negated,
            IsReported = reported,
            IsPresent = (present && !(pack.HasPastWithBe && main.Has(VerbForm.Past) && main.Has(VerbForm.Passive))) || (auxiliaries == 0 && main.Has(VerbForm.Present | VerbForm.Reflexive) && !main.Has(VerbForm.Past)),
            Modal = auxiliaries & (WordClass.Duty | WordClass.Chance | WordClass.Future | WordClass.Conditional),
        };

    /// <summary>Its "have" stands in the past.</summary>
    private bool HasPast(int first, int end) => tokens.FindIndex(first, end - first, t => t.Is(WordClass.Have)) is >= 0 and var have && tokens[have].Lexeme.Has(VerbForm.Past) && !tokens[have].Lexeme.Has(VerbForm.Present);

    /// <summary>Its first verb form is an infinitive: "ser liberado", "avoir été arrêté".</summary>
    private bool IsInfinitive(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Lexeme is { Verb: not null } word && !tokens[i].Is(WordClass.Clitic))
            {
                return (word.Forms & (VerbForm.Infinitive | VerbForm.Past | VerbForm.Present)) == VerbForm.Infinitive;
            }

            if (tokens[i].Is(Auxiliary))
            {
                return false;
            }
        }

        return false;
    }

    private bool Opens(int at, Sentence sentence)
    {
        var word = tokens[at].Lexeme;
        if (IsClitic(at, sentence))
        {
            return !IsCapital(at, sentence);
        }

        return word.Is(Auxiliary | WordClass.Negation)
            ? !IsCapital(at, sentence) && !(word.Is(WordClass.Month) && tokens[at].Upper)
            : (word.Is(WordClass.Infinitive) && FollowsInfinitive(at, sentence)) || IsMain(at, Lexeme.Unknown, sentence, true);
    }

    /// <summary>A capital that no start of a sentence or quotation explains.</summary>
    private bool IsCapital(int at, Sentence sentence) => tokens[at].Upper && at > sentence.First && !(pack.HeadFirst && tokens[at - 1].Kind == TokenKind.Mark);

    private bool Continues(int at, Sentence sentence)
    {
        for (var i = at; i < sentence.End && i < at + 3; i++)
        {
            if (tokens[i].Is(Auxiliary | WordClass.Negation) || (tokens[i].Lexeme.Verb is not null && tokens[i].Lexeme.Has(VerbForm.Passive | VerbForm.Gerund | VerbForm.Past | VerbForm.Infinitive | VerbForm.Present)))
            {
                return true;
            }

            if (!tokens[i].Is(Between))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsMain(int at, Lexeme auxiliary, Sentence sentence, bool opens)
    {
        var token = tokens[at];
        var word = token.Lexeme;
        if (word.Verb is null || token.Possessive || (IsCapital(at, sentence) && !passage.IsHeading) || (token.Upper && token.Is(WordClass.Month)))
        {
            return false;
        }

        if (auxiliary.Is(WordClass.Be))
        {
            return word.Has(VerbForm.Passive | VerbForm.Gerund | VerbForm.Infinitive) && (pack.HeadFirst || !IsAttributive(at, sentence, afterBe: true));
        }

        if (auxiliary.Is(WordClass.Have))
        {
            return word.Has(VerbForm.Passive | VerbForm.Past);
        }

        if (auxiliary != Lexeme.Unknown)
        {
            return word.Has(VerbForm.Infinitive) || (auxiliary.Is(WordClass.Conditional) && word.Has(VerbForm.Past)) || (pack.MarksCase && word.Has(VerbForm.Passive));
        }

        var before = at > sentence.First ? tokens[at - 1] : Token.None;
        var afterDeterminer = at > sentence.First && (before.Possessive || before.Is(WordClass.Definite | WordClass.Indefinite | WordClass.Other | (pack.MarksCase ? WordClass.None : WordClass.Owner)));
        if (pack.HeadFirst)
        {
            return !afterDeterminer && !before.Is(WordClass.NumberWord) && IsAlone(at, before, sentence);
        }

        if (word.Has(VerbForm.Attributive | VerbForm.Active))
        {
            return (at > sentence.First && PrecedesParticiple(before) && opens) || OpensPhrase(at, sentence);
        }

        if (word.Has(VerbForm.Past | VerbForm.Passive))
        {
            return !IsAttributive(at, sentence, afterBe: false);
        }

        if (word.Has(VerbForm.Gerund))
        {
            var attributive = before.Kind == TokenKind.Word && !before.Upper && before.Lexeme.IsUnknown && at + 1 < sentence.End
                && tokens[at + 1].Kind == TokenKind.Word && !tokens[at + 1].Upper && (tokens[at + 1].Lexeme.IsUnknown || tokens[at + 1].Lexeme.Noun is not null || tokens[at + 1].Is(WordClass.Adjective)) && word.Verb.Triggers.Count == 0;
            // "the 2005 killing of X": a noun.
            var named = word.Noun is not null && (word.Verb.Triggers.Count == 0 || (!pack.MarksCase && at + 1 < sentence.End && tokens[at + 1].Is(WordClass.Owning)));
            return !afterDeterminer && !attributive && !named;
        }

        return !afterDeterminer && IsFinite(at, before, sentence);
    }

    /// <summary>"Арестованный в марте журналист": a participle with words of its own before its noun.</summary>
    private bool OpensPhrase(int at, Sentence sentence) =>
        pack.MarksCase && tokens[at].Lexeme.Verb is { Triggers.Count: > 0 } && at + 1 < sentence.End && (tokens[at].Lexeme.Noun is null || tokens[at + 1].Is(WordClass.Preposition | WordClass.DatePreposition) || tokens[at + 1].Kind == TokenKind.Number)
        && (tokens[at + 1].Is(WordClass.Preposition | WordClass.Adverb | WordClass.Last) || tokens[at + 1].Kind == TokenKind.Number || tokens[at + 1].Is(WordClass.DatePreposition));

    /// <summary>Where a participle follows its noun: background when nothing follows it that it governs ("el periodista exiliado X"), else a clause cut short.</summary>
    private bool IsAlone(int at, Token before, Sentence sentence)
    {
        var word = tokens[at].Lexeme;
        var next = at + 1 < sentence.End ? tokens[at + 1] : Token.None;
        if (word.Has(VerbForm.Past | VerbForm.Present | VerbForm.Future) && !(word.Has(VerbForm.Passive) && before.Kind == TokenKind.Word && !before.Is(WordClass.Relative | WordClass.Pronoun)))
        {
            if (word.Noun is null && !word.Is(WordClass.Adjective | WordClass.Preposition | WordClass.Month | WordClass.OrganizationWord))
            {
                return !before.Is(WordClass.Preposition) || at == sentence.First || before.Is(WordClass.Relative);
            }

            // "Tribunal condena a X": between a subject and an object.
            var subject = before.Kind == TokenKind.Word && (before.Upper || before.Lexeme.Noun is not null || before.Is(WordClass.Pronoun | WordClass.Relative));
            return subject && at > sentence.First && (next.Upper || next.Is(WordClass.Definite | WordClass.Indefinite | WordClass.Owner | WordClass.ObjectMarker | WordClass.NumberWord) || next.Kind == TokenKind.Number)
                && !(next.Is(WordClass.Owning) && !next.Is(WordClass.ObjectMarker));
        }

        if (word.Has(VerbForm.Gerund | VerbForm.Infinitive))
        {
            return word.Noun is null || before.Is(WordClass.Preposition);
        }

        // "Togo : le blogueur X arrêté".
        var apart = (passage.IsHeading && before.Upper && at + 1 == sentence.End) || before.Kind != TokenKind.Word || before.Is(WordClass.Adverb | WordClass.And | WordClass.Still | WordClass.Relative) || at == sentence.First;
        return word.Has(VerbForm.Passive) && !before.Is(WordClass.Preposition) && (word.Noun is null || apart)
            && (apart || next.Is(WordClass.Preposition | WordClass.Adverb | WordClass.Month | WordClass.Weekday | WordClass.Definite) || next.Kind == TokenKind.Number || next.Lexeme.Has(VerbForm.Gerund));
    }

    private static bool PrecedesParticiple(Token before) => before.IsMark(',') || before.IsMark('—') || before.IsMark('(') || before.Is(WordClass.Adverb | WordClass.And);

    /// <summary>A participle before its noun ("the jailed blogger") is background.</summary>
    private bool IsAttributive(int at, Sentence sentence, bool afterBe)
    {
        if (!pack.IsPlain || at + 1 >= sentence.End)
        {
            return false;
        }

        var next = tokens[at + 1];
        var nounFollows = next.Kind == TokenKind.Word && !next.Is(
            WordClass.Preposition | WordClass.And | WordClass.But | WordClass.Adverb | WordClass.Definite | WordClass.Indefinite | WordClass.Owner | WordClass.Pronoun | WordClass.Infinitive
            | WordClass.Subordinator | WordClass.Relative | WordClass.Be | WordClass.Have | WordClass.Still | WordClass.Month | WordClass.Weekday | WordClass.Last | WordClass.Quantifier | WordClass.Both | WordClass.NumberWord);
        if (!nounFollows)
        {
            return false;
        }

        if (afterBe)
        {
            return false;
        }

        if (at == sentence.First)
        {
            return true;
        }

        var before = tokens[at - 1];
        // "to interview exiled leaders": an unlisted verb stands before it.
        return before.Possessive || before.IsMark('(')
            || (before.Lexeme.Verb is not null && !before.Is(Auxiliary) && !before.Is(WordClass.And) && next.Lexeme.Noun is not null)
            || (before.Lexeme.IsUnknown && at - 2 >= sentence.First && tokens[at - 2].Is(WordClass.Infinitive))
            || before.Is(WordClass.Definite | WordClass.Indefinite | WordClass.Owner | WordClass.Preposition | WordClass.Including | WordClass.Adjective | WordClass.Other | WordClass.Quantifier | WordClass.NumberWord)
            || (before.Kind == TokenKind.Number && !next.Upper)
            || (before.Is(WordClass.And) && at - 2 >= sentence.First && tokens[at - 2].Lexeme.Verb is null && !next.Upper)
            || (before.IsMark(',') && finiteSeen && !next.Upper && next.Lexeme.Noun is not null)
            || (before.Lexeme is { Verb.Lemma.Length: > 0 } verb && !before.Is(Auxiliary) && verb.Has(VerbForm.Past | VerbForm.Gerund) && !next.Upper && next.Lexeme.Noun is { Kind: NounKind.Person });
    }

    private bool IsPlural(int at) => tokens[at].Lexeme.Features.HasFlag(Feature.Pl) || tokens[at].Lexeme.Noun is { Kind: NounKind.Organization }
        || (tokens[at].Lexeme.Noun is null && pack.HasPluralEnding(passage.Word(at)));

    private bool HasVerbAhead(int from, Sentence sentence)
    {
        for (var i = from; i < sentence.End && i < from + 12 && tokens[i].Kind != TokenKind.Mark; i++)
        {
            if (!tokens[i].Upper && (tokens[i].Is(WordClass.Be | WordClass.Have | WordClass.Chance | WordClass.Future) || (tokens[i].Lexeme is { Noun: null, Verb: not null } && tokens[i].Lexeme.Has(VerbForm.Past | VerbForm.Present))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word that can be noun or verb ("bans", "sentences") is a verb between a subject and an object.</summary>
    private bool IsFinite(int at, Token before, Sentence sentence)
    {
        var word = tokens[at].Lexeme;
        if (at + 1 < sentence.End && tokens[at + 1].Is(WordClass.Owning) && !pack.MarksCase)
        {
            return false;
        }

        if (word.Noun is null && !word.Is(WordClass.Adjective | WordClass.Preposition))
        {
            // "a Senate vote".
            if (pack.IsPlain && word.Has(VerbForm.Infinitive) && word.Has(VerbForm.Present) && before.Upper && at - 2 >= sentence.First && tokens[at - 2].Is(WordClass.NumberWord) && tokens[at - 2].Is(WordClass.Indefinite) && !IsPlural(at - 1))
            {
                return false;
            }

            if (word.Has(VerbForm.Infinitive) && word.Has(VerbForm.Present) && before.Kind == TokenKind.Word && !before.Upper && !IsPlural(at - 1)
                && !before.Is(WordClass.Pronoun | WordClass.And | WordClass.But | WordClass.Relative | WordClass.Adverb | WordClass.Still | WordClass.Subordinator | WordClass.ThatClause | WordClass.Condition | WordClass.Infinitive | WordClass.Both | WordClass.Reported | WordClass.Quantifier))
            {
                return false;
            }

            return !before.Is(WordClass.Preposition) || at == sentence.First || pack.MarksCase || before.Is(WordClass.Infinitive);
        }

        if (at == sentence.First)
        {
            return word.Has(VerbForm.Infinitive) && at + 1 < sentence.End && (tokens[at + 1].Is(WordClass.Definite | WordClass.Owner | WordClass.Pronoun | WordClass.Quantifier) || tokens[at + 1].Upper);
        }

        var next = at + 1 < sentence.End ? tokens[at + 1] : Token.None;
        var objectFollows = next.Kind == TokenKind.Word && (next.Upper || next.Is(WordClass.Definite | WordClass.Indefinite | WordClass.Owner | WordClass.Pronoun | WordClass.Quantifier | WordClass.NumberWord | WordClass.Adjective | WordClass.Title)
            || next.Lexeme.Noun is not null || next.Lexeme.IsUnknown);
        // "strikes down the law": what follows the particle is the object.
        var behind = next.Is(WordClass.Particle) ? at + 2 : at + 1 < sentence.End ? pack.Fillers.At(tokens, at + 1, sentence.End).End : -1;
        objectFollows |= pack.IsPlain && !finiteSeen && word.Has(VerbForm.Present) && !word.Has(VerbForm.Infinitive) && behind > 0 && behind < sentence.End && (tokens[behind].Upper || tokens[behind].Is(WordClass.Definite | WordClass.Indefinite | WordClass.Owner | WordClass.Pronoun));
        var subjectBefore = before.Kind == TokenKind.Word && !before.Is(WordClass.Preposition | WordClass.Adjective | WordClass.NumberWord | WordClass.Be) && before.Kind != TokenKind.Number
            && (before.Upper || before.Lexeme.Noun is not null || before.Is(WordClass.And | WordClass.Pronoun | WordClass.Relative | WordClass.Still | WordClass.Adverb)
            || (pack.IsPlain && before.Is(WordClass.OrganizationWord) && word.Has(VerbForm.Present) && !word.Has(VerbForm.Infinitive)));
        if (!finiteSeen && before.IsMark(',') && (next.Upper || next.Is(WordClass.Definite | WordClass.Indefinite | WordClass.Pronoun)))
        {
            return true;
        }

        if (!finiteSeen && objectFollows && word.Has(VerbForm.Present) && !word.Has(VerbForm.Infinitive) && before.Kind == TokenKind.Word && before.Lexeme.IsUnknown && !tokens[at].Upper && !HasVerbAhead(at + 1, sentence))
        {
            return true;
        }

        return objectFollows && subjectBefore && (!tokens[at].Upper || passage.IsHeading);
    }
}
