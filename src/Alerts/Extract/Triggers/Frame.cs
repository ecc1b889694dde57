using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;

namespace Alerts.Extract.Triggers;

/// <summary>A trigger set on a verb of a sentence: whether its conditions hold, and which chunks take the case's place.</summary>
internal sealed partial class Frame(LanguagePack pack, Passage passage, IReadOnlyList<Chunk> chunks, Grammar grammar, int at, bool passive, Trigger trigger)
{
    private readonly int clauseEnd = grammar.ClauseEnd(at);
    private int theme = -1;

    /// <summary>The chunk of the noun that the trigger asked for, or -1.</summary>
    public int Theme => theme;

    /// <summary>The token behind the clause.</summary>
    public int End => clauseEnd > 0 && clauseEnd <= chunks.Count ? chunks[clauseEnd - 1].End : chunks[^1].End;

    /// <summary>"No charges were filed".</summary>
    public bool IsThemeNegated => theme > 0 && chunks[theme - 1].Kind == ChunkKind.Adverb && chunks[theme - 1].IsNegated;

    /// <summary>Nobody is named where the case should stand; whoever the text is about is meant.</summary>
    public bool IsImplied { get; private set; }

    /// <summary>The token behind the clause and what hangs on it: "after serving his term", "to close".</summary>
    public int WideEnd
    {
        get
        {
            var end = clauseEnd;
            while (end < chunks.Count)
            {
                var verb = chunks[end].Kind == ChunkKind.Subordinator ? end + 1 : end;
                if (IsOwnStory(end))
                {
                    end = grammar.ClauseEnd(end + 2);
                    continue;
                }

                if (verb >= chunks.Count || chunks[verb].Kind != ChunkKind.Verb || grammar.IsFinite(verb))
                {
                    break;
                }

                end = grammar.ClauseEnd(verb);
            }

            return chunks[Math.Min(end, chunks.Count) - 1].End;
        }
    }

    /// <summary>"after he had served his term", "when his term ran out".</summary>
    private bool IsOwnStory(int joint) => pack.IsPlain && joint + 2 < chunks.Count && chunks[joint].Kind == ChunkKind.Subordinator && chunks[joint].Lexeme.Is(WordClass.After | WordClass.Meanwhile)
        && chunks[joint + 1] is { Kind: ChunkKind.Noun } && (chunks[joint + 1].Pronoun is not null || chunks[joint + 1].OwnerWord is not null) && chunks[joint + 2].Kind == ChunkKind.Verb;

    /// <summary>A verb without any subject goes on about whoever was spoken of: "В 2005 году был осуждён".</summary>
    public bool IsDropped { get; private set; }

    private bool HasNoSubject(int subject) =>
        pack.MarksCase && subject < 0 && chunks[at] is { Modal: 0, IsPlural: false } && (chunks[at].Forms & (VerbForm.Past | VerbForm.Passive)) != 0 && grammar.VerbBefore(at) < 0
        && !chunks.Take(at).Any(c => c.Kind == ChunkKind.Open) && passage.Word(chunks[at].End - 1)[^1] is not ('о' or 'ы' or 'и');

    public bool Fits()
    {
        if ((trigger.Object.Count > 0 && (theme = FindTheme()) < 0) || (trigger.Under.Count > 0 && !IsUnder()))
        {
            return false;
        }

        if (trigger.ByBody && !Concern.IsByBody(pack, passage, grammar, at))
        {
            return false;
        }

        var opener = chunks[grammar.ClauseStart(at)];
        var first = pack.HeadFirst ? opener.First : pack.MarksCase ? opener.First - (opener.Kind == ChunkKind.Time && opener.Lexeme != Lexeme.Unknown ? 1 : 0) : at > 0 && chunks[at - 1].Kind == ChunkKind.Adverb ? chunks[at - 1].First : chunks[at].First;

        // "ordered to close", "ordered the union to close": the infinitive belongs to what the verb says.
        var complemented = clauseEnd < chunks.Count && chunks[clauseEnd].Kind == ChunkKind.Verb && (clauseEnd == at + 1 || chunks[clauseEnd].IsInfinitive || chunks[clauseEnd - 1].IsClitic || grammar.IsComplement(clauseEnd));
        var wide = complemented ? chunks[Math.Min(grammar.ClauseEnd(clauseEnd), chunks.Count) - 1].End : End;
        var termFrom = pack.HeadFirst && !(passive && trigger.Role is CaseRole.Recipient or CaseRole.Behind) ? chunks[at].First : theme >= 0 && theme < at ? Math.Min(first, chunks[theme].First) : first;
        return (!trigger.NeedsTerm || Attributes.TermReader.First(passage.Tokens, termFrom, complemented && pack.IsPlain ? wide : End) is not null)
            && (!trigger.HasTermAsObject || HasTermBehind())
            && (trigger.With.Count == 0 || trigger.With.AnyWithin(passage.Tokens, first, wide))
            && !trigger.Unless.AnyWithin(passage.Tokens, opener.First, wide);
    }

    /// <summary>A length stands right behind the verb, or behind the one to whom it is given: "gave her two years".</summary>
    private bool HasTermBehind()
    {
        var j = at + 1;
        while (j < clauseEnd && chunks[j].Kind == ChunkKind.Adverb)
        {
            j++;
        }

        return j < clauseEnd && (OpensWithTerm(j) || (chunks[j] is { Kind: ChunkKind.Noun } recipient && (recipient.Head ?? (object?)recipient.Pronoun) is not null && j + 1 < clauseEnd && OpensWithTerm(j + 1)));
    }

    private bool OpensWithTerm(int chunk)
    {
        var first = chunks[chunk].First;
        while (first < chunks[chunk].End && passage.Tokens[first].Is(WordClass.Indefinite | WordClass.Other | WordClass.Adjective) && Attributes.TermReader.At(passage.Tokens, first, End) is null)
        {
            first++;
        }

        return chunks[chunk].Kind is ChunkKind.Noun or ChunkKind.Time && first < chunks[chunk].End && Attributes.TermReader.At(passage.Tokens, first, End) is not null;
    }

    /// <summary>"ruled that X was void", "tabled a bill to repeal X".</summary>
    private bool IsUnder() => grammar.VerbBefore(grammar.ClauseStart(at)) is >= 0 and var above && chunks[above].Verb is { } verb && trigger.Under.Contains(verb.Lemma);

    /// <summary>"both of", "all of", "two of".</summary>
    private bool IsShare(int noun) => noun > at && chunks[noun] is { Kind: ChunkKind.Noun, Head: null, HeadNoun: null } && passage.Tokens[chunks[noun].First].Is(WordClass.Quantifier | WordClass.Both) && chunks[noun + 1].Lexeme.Is(WordClass.Owning);

    /// <summary>"in its third and final reading": the preposition before the list holds for all of it.</summary>
    private bool IsJoinedBehind(int noun) => pack.IsPlain && noun > at + 3 && chunks[noun - 1].Kind == ChunkKind.And && chunks[noun - 2].Kind == ChunkKind.Noun && chunks[noun - 3].Kind == ChunkKind.Preposition && !grammar.IsParticle(noun - 3);

    /// <summary>The noun that the trigger asks for: object of the active, subject of the passive and of verbs without object.</summary>
    private int FindTheme()
    {
        for (var j = at + 1; j < clauseEnd; j++)
        {
            if (IsTheme(j) && !IsJoinedBehind(j) && (chunks[j - 1].Kind != ChunkKind.Preposition || grammar.IsParticle(j - 1) || IsShare(j - 2)))
            {
                return j;
            }
        }

        // "приступил к рассмотрению дела X", "отказал в регистрации X".
        for (var j = at + 1; pack.MarksCase && trigger.Role == CaseRole.Behind && j < clauseEnd; j++)
        {
            if (IsTheme(j) && chunks[j - 1].Kind == ChunkKind.Preposition && trigger.Behind.Contains(chunks[j - 1].Lexeme.Form))
            {
                return j;
            }
        }

        for (var (subject, tries) = (grammar.SubjectOf(at), 0); subject >= 0 && tries < 4; tries++)
        {
            if (IsTheme(subject))
            {
                return subject;
            }

            // "the trial of X and Y begins": the list belongs to what stands before it.
            subject = subject > 1 && chunks[subject - 1].Kind is ChunkKind.And or ChunkKind.Preposition ? subject - 2 : -1;
            if (subject >= 0 && chunks[subject].Kind != ChunkKind.Noun)
            {
                break;
            }
        }

        var before = pack.MarksCase ? grammar.ObjectOf(at) : -1;
        return before >= 0 && IsTheme(before) ? before : -1;
    }

    /// <summary>"members of the party X, which was banned": the party.</summary>
    private bool IsOwnersEvent(Chunk chunk, Lexeme relative) =>
        pack.MarksCase && chunk is { Head: null, HeadNoun: { } noun, OwnerName: { } owner } && EventKinds.Of(trigger) is var kinds && kinds.Contains(owner.Kind)
        && ((!kinds.Contains(NounKind.Person) && !kinds.Contains(noun.Kind)) || (chunk.Features.HasFlag(Feature.Pl) && !chunk.Features.HasFlag(Feature.Sg) && !relative.Features.HasFlag(Feature.Pl)));

    /// <summary>Its form can be no plural.</summary>
    private bool IsOne(int at)
    {
        for (var i = chunks[at].First; i < chunks[at].End; i++)
        {
            if (passage.Tokens[i].Lexeme.Noun == chunks[at].HeadNoun)
            {
                return !passage.Tokens[i].Lexeme.Features.HasFlag(Feature.Pl);
            }
        }

        return false;
    }

    private bool IsTheme(int at) => chunks[at].Kind == ChunkKind.Noun && chunks[at].HeadNoun is { } noun && chunks[at].Head is null && trigger.Object.Contains(noun.Lemma);

    /// <summary>The chunks where the case stands: which, how it was reached, and whether their owner is meant.</summary>
    public List<(int Chunk, string How, bool Owner)> Places()
    {
        switch (trigger.Role)
        {
            case CaseRole.Agent:
                IsDropped = !passive && HasNoSubject(grammar.SubjectOf(at));
                return passive && trigger.Object.Count == 0 && (chunks[at].Forms & VerbForm.Past) == 0 && !chunks[at].IsReflexive ? [] : Subject();
            case CaseRole.Patient when !passive && grammar.ObjectOf(at) < 0 && Undergone() is >= 0 and var seen:
                return Group(seen, true);
            case CaseRole.Patient:
                var place = passive ? grammar.SubjectOf(at) : grammar.ObjectOf(at);
                if (place < 0 && !passive && IsRefusalTo())
                {
                    // "refused to register X".
                    place = grammar.ObjectOf(clauseEnd);
                }

                if (place < 0 && !passive && pack.MarksCase && clauseEnd > at + 1 && chunks[at + 1] is { Kind: ChunkKind.Noun, OwnerWord: not null, Head: null } titled && (titled.Features & (Feature.Ins | Feature.Nom | Feature.Acc | Feature.Gen)) == Feature.Ins)
                {
                    // "объявил его агентом": the pronoun is the object.
                    return [(at + 1, "direct", true)];
                }

                IsDropped = passive && HasNoSubject(place);
                if (pack.MarksCase && place >= 0 && place < at && chunks[place] is { Head: null, HeadNoun.Kind: NounKind.Thing, OwnerName: not null } && (chunks[at].Forms & VerbForm.Attributive) != 0)
                {
                    return [(place, "owner", true)];
                }

                if (place >= 0 && place + 2 < at && chunks[place + 2].Kind == ChunkKind.Relative && IsOwnersEvent(chunks[place], chunks[place + 2].Lexeme))
                {
                    return [(place, "owner", true)];
                }

                var found = passive ? Subject() : Group(place, false);
                if (!passive && (place < 0 || place == theme) && (theme >= 0 || trigger.With.Count > 0 || !grammar.IsPlain) && grammar.SharesWith(at) is >= 0 and var shared)
                {
                    // "found X guilty and imposed a fine": the one the verb before was about.
                    var other = grammar.IsPassive(shared) ? grammar.SubjectOf(shared) : grammar.ObjectOf(shared);
                    return [.. Group(other, grammar.IsPassive(shared)).Select(p => (p.Chunk, "shared", false))];
                }

                // "лишил его права": whose the thing is of which he was deprived.
                if (pack.MarksCase && !passive && place >= 0 && chunks[place] is { Head: null, HeadNoun.Kind: NounKind.Thing } thing && (thing.OwnerWord is not null || thing.OwnerName is not null)
                    && trigger.With.AnyWithin(passage.Tokens, thing.First, thing.End))
                {
                    return [(place, "owner", true)];
                }

                return place == theme && theme >= 0 ? [] : passive ? [.. found, .. Companions()] : found;
            case CaseRole.Recipient:
                return grammar.RecipientOf(at) is >= 0 and var dative ? Group(dative, false)
                    : Undergone() is >= 0 and var undergone ? Group(undergone, true)
                    : Behind();
            case CaseRole.Behind when theme > at && pack.MarksCase && chunks[theme - 1].Kind == ChunkKind.Preposition:
                return OwnersOf(theme);
            case CaseRole.Behind:
                var behind = Behind();
                IsImplied = behind.Count == 0 && theme >= 0 && chunks[theme].IsDefinite;
                return behind;
            case CaseRole.Concerned:
                var concerned = Concern.Places(chunks, grammar, at);
                IsImplied = concerned.Count == 0;
                return concerned;
            default:
                // "restituyó su licencia a X".
                if (pack.HeadFirst && theme >= 0 && chunks[theme].OwnerWord is not null && Behind() is { Count: > 0 } named)
                {
                    return named;
                }

                var owners = theme >= 0 ? OwnersOf(theme) : [];

                // "отменил приговор X по делу Y".
                if (owners.Count == 0 && pack.MarksCase && grammar.RecipientOf(at) is >= 0 and var whose && chunks[whose].Head is not null)
                {
                    return Group(whose, false);
                }

                if (owners.Count == 0 && Behind() is { Count: > 0 } against)
                {
                    return against;
                }

                if (owners.Count == 0 && pack.MarksCase && grammar.RecipientOf(at) is >= 0 and var recipient)
                {
                    return Group(recipient, false);
                }

                IsImplied = owners.Count == 0 && theme >= 0 && (chunks[at].Forms & (VerbForm.Attributive | VerbForm.Active)) == 0
                    && (pack.MarksCase || pack.HeadFirst ? !chunks[theme].IsIndefinite && !chunks[theme].IsCounted && (chunks[theme].IsDefinite || (pack.MarksCase && IsOne(theme))) : IsOwnerless(theme));
                return owners;
        }
    }

    /// <summary>"the verdict", "an appeal", "charges"; but not "another case", "an appeal by the prosecutor", "the case of the minister".</summary>
    private bool IsOwnerless(int noun)
    {
        var chunk = chunks[noun];
        if (chunk.OwnerName is not null || chunk.OwnerWord is not null || chunk.OwnerNoun is not null || chunk.IsCounted || chunk.IsIndefinite || chunk.Names.Count > 0 || passage.Tokens[chunk.First].Is(WordClass.Other))
        {
            return false;
        }

        return noun + 1 >= chunks.Count || chunks[noun + 1].Kind switch
        {
            ChunkKind.Preposition => !chunks[noun + 1].Lexeme.Is(WordClass.Owning) && !trigger.Behind.Contains(chunks[noun + 1].Lexeme.Form) && !(noun + 2 < chunks.Count && chunks[noun + 2].HeadNoun is { Kind: not NounKind.Thing }),
            ChunkKind.Verb => noun + 1 == at || chunks[noun + 1].HasAuxiliary || (chunks[noun + 1].Forms & VerbForm.Passive) == 0,
            ChunkKind.Relative => false,
            _ => true,
        };
    }

    /// <summary>"refused to register X", "a refusé d'enregistrer X".</summary>
    private bool IsRefusalTo() =>
        clauseEnd <= at + (pack.HeadFirst ? 2 : 1) && clauseEnd < chunks.Count && chunks[clauseEnd] is { Kind: ChunkKind.Verb, IsInfinitive: true } && (chunks[at].Verb?.Classes & VerbClass.Refuse) is > 0;

    /// <summary>"s'est vu infliger", "s'est fait arrêter": who saw it done to themselves, or -1.</summary>
    private int Undergone() =>
        chunks[at].IsInfinitive && grammar.VerbBefore(at) is >= 0 and var seen && chunks[seen] is { IsReflexive: true, Verb: { } sight } && (sight.Classes & VerbClass.Witness) != 0 ? grammar.SubjectOf(seen) : -1;

    /// <summary>The verb's subject; the verb itself where its language lets it go without one.</summary>
    private List<(int Chunk, string How, bool Owner)> Subject() =>
        grammar.SubjectOf(at) is >= 0 and var subject ? Group(subject, true)
        : pack.DropsSubject && !chunks[at].IsInfinitive && (chunks[at].HasAuxiliary || (chunks[at].Forms & VerbForm.Past) != 0) ? [(at, "dropped", false)]
        : pack.HeadFirst && (chunks[at].Forms & VerbForm.Passive) != 0 && (at == 0 || chunks[at - 1].Kind == ChunkKind.Break) ? [(at, "dropped", false)]
        : [];
}
