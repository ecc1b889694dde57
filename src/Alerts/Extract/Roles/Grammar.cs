using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>Who does what in one sentence: subjects and objects of its verbs, found by walking from chunk to chunk.</summary>
internal sealed partial class Grammar(LanguagePack pack, IReadOnlyList<Chunk> chunks)
{
    private const int Deepest = 8;

    public IReadOnlyList<Chunk> Chunks => chunks;

    private bool IsReduced(int verb) => !chunks[verb].HasAuxiliary
        && ((chunks[verb].Forms & (VerbForm.Attributive | VerbForm.Active)) != 0 || (pack.HeadFirst && (chunks[verb].Forms & VerbForm.Passive) != 0 && !chunks[verb].IsReflexive));

    public int SubjectOf(int verb) => SubjectOf(verb, 0) is var subject && IsPlain && subject > 0 && subject < verb ? Predicated(subject) : subject;

    private int SubjectOf(int verb, int depth)
    {
        if (depth > Deepest || chunks[verb].Kind != ChunkKind.Verb)
        {
            return -1;
        }

        if (pack.MarksCase && IsReduced(verb) && Agreeing(verb) is >= 0 and var noun)
        {
            return noun;
        }

        if (pack.HeadFirst && IsReduced(verb) && Described(verb) is >= 0 and var described)
        {
            return described;
        }

        // "along with ten people charged with theft": whom the participle follows.
        if (IsPlainParticiple(verb) && verb > 1 && chunks[verb - 1] is { Kind: ChunkKind.Noun, Head: null, HeadNoun.Kind: not NounKind.Thing } && chunks[verb - 2].Kind == ChunkKind.Preposition && !IsOfMany(verb))
        {
            return verb - 1;
        }

        if (GovernedName(verb) is >= 0 and var governed)
        {
            return governed;
        }

        var skipped = false;
        for (var j = verb - 1; j >= 0;)
        {
            switch (chunks[j].Kind)
            {
                case ChunkKind.Time or ChunkKind.Adverb:
                    j--;
                    break;
                case ChunkKind.Noun when chunks[j].IsClitic:
                    j--;
                    break;
                case ChunkKind.Noun:
                    var (top, isSubject) = Top(j);
                    if (skipped && isSubject && chunks[top].Head is null && top > 1 && chunks[top - 1].Kind == ChunkKind.Comma && chunks[top - 2].Head is not null)
                    {
                        (top, isSubject) = Top(top - 2);
                    }

                    if (isSubject && (!pack.MarksCase || IsReduced(verb) || ((chunks[top].Features & Feature.Nom) != 0 && !IsOneOf(top, verb))))
                    {
                        return top;
                    }

                    j = isSubject ? top - 1 : top;
                    break;
                case ChunkKind.Relative:
                    return IsObjectRelative(j) || (pack.MarksCase && (chunks[j].Lexeme.Features & Feature.AnyCase) != 0 && (chunks[j].Lexeme.Features & Feature.Nom) == 0 && Behind(verb) >= 0) ? Behind(verb) : AntecedentOf(j);
                case ChunkKind.And or ChunkKind.But:
                    return SharedBefore(verb, j) is >= 0 and var shared ? SubjectOf(shared, depth + 1) : Behind(verb);
                case ChunkKind.Comma:
                    if (Skip(verb, j) is var next && next == j)
                    {
                        return VerbBefore(j) is >= 0 and var main ? SubjectOf(main, depth + 1) : -1;
                    }

                    (j, skipped) = (next, true);
                    break;
                case ChunkKind.Close:
                    j = Opening(j) - 1;
                    break;
                case ChunkKind.Open when (pack.MarksCase || IsPlainParticiple(verb)) && j > 0 && chunks[j - 1] is { Kind: ChunkKind.Noun, Head: not null }:
                    return j - 1;
                case ChunkKind.Verb:
                    return pack.MarksCase && !chunks[verb].IsInfinitive && (chunks[verb].Forms & VerbForm.Infinitive) == 0 && Behind(verb) is >= 0 and var own ? own : SubjectOf(j, depth + 1);
                case ChunkKind.Preposition when pack.IsPlain && j == verb - 1 && chunks[verb].IsInfinitive:
                    // "is due to appear".
                    j--;
                    break;
                case ChunkKind.Subordinator or ChunkKind.Preposition when (pack.HeadFirst && chunks[verb].IsInfinitive) || (chunks[verb].Forms & VerbForm.Gerund) != 0 || (chunks[verb].Forms & VerbForm.Passive) != 0:
                    return Main(verb, j, depth);
                default:
                    return Behind(verb);
            }
        }

        return Ahead(verb) is >= 0 and var ahead ? ahead : (chunks[verb].Forms & VerbForm.Gerund) != 0 || IsReduced(verb) ? Main(verb, 0, depth) : Behind(verb);
    }

    /// <summary>The noun a participle agrees with: behind its phrase when it stands before it, else the one before the comma.</summary>
    private int Agreeing(int verb)
    {
        var participle = chunks[verb].Features;
        if (verb == 0 || chunks[verb - 1].Kind is not (ChunkKind.Comma or ChunkKind.Open or ChunkKind.And or ChunkKind.But or ChunkKind.Adverb))
        {
            for (var j = verb + 1; j < chunks.Count && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Adverb; j++)
            {
                if (chunks[j] is { Kind: ChunkKind.Noun } next && (next.Head is not null || next.HeadNoun is { Kind: not NounKind.Thing })
                    && chunks[j - 1].Kind is ChunkKind.Noun or ChunkKind.Time or ChunkKind.Adverb && (next.Features & participle & Feature.AnyCase) != 0)
                {
                    return j;
                }
            }

            return -1;
        }

        var comma = Back(verb - 1);
        var before = Back(comma - 1);
        return comma >= 0 && chunks[comma].Kind is ChunkKind.Comma or ChunkKind.Open && before >= 0 && chunks[before].Kind == ChunkKind.Noun
            && ((chunks[before].Features & participle & Feature.AnyCase) != 0 || chunks[before].OwnerName is not null)
            && (chunks[before].Head is not null || (chunks[before].OwnerName is not null && (participle & Feature.Gen) != 0) || (before > 0 && chunks[before - 1].Kind == ChunkKind.Preposition && (participle & Feature.Nom) == 0)) ? before : -1;
    }

    /// <summary>Where nouns show their case, the subject may stand behind its verb.</summary>
    private int Behind(int verb)
    {
        if (!pack.MarksCase)
        {
            return pack.SubjectMayFollow ? Following(verb) : -1;
        }

        for (var j = verb + 1; j < chunks.Count && j < verb + 6; j++)
        {
            if (chunks[j].Kind == ChunkKind.Noun && (chunks[j].Features & Feature.Nom) != 0 && chunks[j - 1].Kind != ChunkKind.Preposition && (chunks[j].Head is not null || chunks[j].HeadNoun is not null || chunks[j].Pronoun is not null))
            {
                return j;
            }

            if (chunks[j].Kind == ChunkKind.Verb && chunks[j - 1].Kind == ChunkKind.And && chunks[verb].HasBe)
            {
                // "была освобождена и вернулась X".
                return Behind(j);
            }

            if (chunks[j].Kind is ChunkKind.Comma or ChunkKind.Break or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Verb)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The subject of the main verb, for "after being released, X ..." and "X ... after being released".</summary>
    private int Main(int verb, int joint, int depth)
    {
        if (VerbBefore(joint) is >= 0 and var before)
        {
            return SubjectOf(before, depth + 1);
        }

        for (var j = verb + 1; j < chunks.Count; j++)
        {
            if (chunks[j].Kind == ChunkKind.Comma)
            {
                var after = j + 1;
                while (after < chunks.Count && chunks[after].Kind is ChunkKind.Time or ChunkKind.Adverb)
                {
                    after++;
                }

                return after < chunks.Count && chunks[after].Kind == ChunkKind.Noun ? after : -1;
            }
        }

        return -1;
    }

    /// <summary>From a noun up through "of Y", "from Z" to what those belong to.</summary>
    /// <returns>That noun, and whether it can be a subject; if not, the place to go on from.</returns>
    private (int At, bool IsSubject) Top(int noun)
    {
        while (noun > 0 && (chunks[noun - 1].Kind is ChunkKind.Preposition or ChunkKind.Except || IsFloating(noun)))
        {
            if (chunks[noun - 1].Kind == ChunkKind.Except)
            {
                if (noun < 2 || chunks[noun - 2].Kind != ChunkKind.Noun)
                {
                    return (noun - 1, false);
                }

                noun -= 2;
                continue;
            }

            if (chunks[noun - 1].Kind != ChunkKind.Preposition)
            {
                noun--;
                continue;
            }

            var before = noun - 2;
            while (before >= 0 && (chunks[before].Kind is ChunkKind.Time or ChunkKind.Adverb || (pack.MarksCase && chunks[before].Kind == ChunkKind.Preposition)))
            {
                before--;
            }

            if (before < 0 || chunks[before].Kind != ChunkKind.Noun)
            {
                return (before, false);
            }

            noun = before;
        }

        return (noun, true);
    }

    /// <summary>"A and B, both staff of ..." written without its comma.</summary>
    private bool IsFloating(int noun) => chunks[noun].Pronoun is { } word && word.Is(WordClass.Both) && chunks[noun - 1].Kind == ChunkKind.Noun;

    /// <summary>What "who" or "which" stands for.</summary>
    public int AntecedentOf(int relative)
    {
        var j = relative - 1;
        if (j >= 0 && chunks[j].Kind == ChunkKind.And)
        {
            // "X, who ... and who ...": the same as for the first.
            for (var k = j - 1; k >= 0; k--)
            {
                if (chunks[k].Kind == ChunkKind.Relative)
                {
                    return AntecedentOf(k);
                }
            }
        }

        while (j >= 0 && chunks[j].Kind is ChunkKind.Comma or ChunkKind.Time or ChunkKind.Adverb or ChunkKind.Preposition)
        {
            j--;
        }

        if (j >= 0 && chunks[j].Kind == ChunkKind.Close)
        {
            j = Opening(j) - 1;
        }

        if (j < 0 || chunks[j].Kind != ChunkKind.Noun)
        {
            return -1;
        }

        if (pack.HeadFirst)
        {
            return Named(j);
        }

        // "the books of X, which": the head; "a case against X, who": the person.
        var personal = chunks[relative].Lexeme.Features.HasFlag(Feature.M);
        while (!personal && j > 1 && chunks[j - 1].Kind == ChunkKind.Preposition && chunks[j - 2].Kind == ChunkKind.Noun && !chunks[j].IsDefinite
            && chunks[j - 1].Lexeme.Is(WordClass.Owning))
        {
            j -= 2;
        }

        // "members of X and Y who": no organization.
        for (var k = j; personal && IsPlain && chunks[j].Head is { Kind: NounKind.Organization } && k > 1 && chunks[k - 1].Kind is ChunkKind.Preposition or ChunkKind.And && chunks[k - 2].Kind == ChunkKind.Noun;)
        {
            k -= 2;
            j = chunks[k].HeadNoun is { Kind: NounKind.Person } ? k : j;
        }

        return pack.MarksCase ? j : Apposed(j, relative);
    }

    /// <summary>Over what stands between commas: "X, a journalist who ..., was".</summary>
    /// <returns>Where to go on; the comma itself when the verb shares its subject with one before it.</returns>
    private int Skip(int verb, int comma)
    {
        var start = comma;
        while (start > 0 && chunks[start - 1].Kind is not (ChunkKind.Comma or ChunkKind.Break))
        {
            start--;
        }

        var opener = chunks[start];
        if (start == comma)
        {
            return comma - 1;
        }

        var finite = false;
        for (var k = start; k < comma; k++)
        {
            finite |= chunks[k].Kind == ChunkKind.Verb && IsFinite(k);
        }

        if (opener.Kind == ChunkKind.And && !finite)
        {
            return comma - 1;
        }

        var aside = opener.Kind is ChunkKind.Relative or ChunkKind.Including or ChunkKind.Except
            || (opener.Kind is ChunkKind.Subordinator)
            || LeadsToRelative(start)
            || (opener.Kind == ChunkKind.Verb && start > 0 && !(pack.MarksCase && IsFinite(start)) && !opener.HasAuxiliary && chunks[start - 1].Kind == ChunkKind.Comma);
        if (start > 0 && chunks[start - 1].Kind == ChunkKind.Comma && (aside || !finite))
        {
            if (opener.Kind == ChunkKind.Noun && start - 2 >= 0 && chunks[start - 2].Kind == ChunkKind.Time)
            {
                return comma - 1;
            }

            if (start > 1 && OpenerOf(start - 1) is var outer && outer > 0 && chunks[outer].Kind == ChunkKind.Relative && chunks[outer - 1].Kind == ChunkKind.Comma)
            {
                return Skip(verb, start - 1);
            }

            return start - 2 >= 0 && chunks[start - 2].Kind is ChunkKind.Noun or ChunkKind.Close or ChunkKind.Comma ? start - 2
                : start - 2 >= 0 && chunks[start - 2].Kind == ChunkKind.Time ? start - 2 : start - 1;
        }

        if (start == 0 && opener.Kind is ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Subordinator && !finite)
        {
            return -1;
        }

        return finite ? comma : comma - 1;
    }

    /// <summary>"with whom", "in connection with which".</summary>
    private bool LeadsToRelative(int opener) =>
        chunks[opener].Kind == ChunkKind.Preposition && opener + 1 < chunks.Count
        && (chunks[opener + 1].Kind == ChunkKind.Relative
            || (pack.MarksCase && opener + 3 < chunks.Count && chunks[opener + 1].Kind == ChunkKind.Noun
                && (chunks[opener + 2].Kind == ChunkKind.Relative || (chunks[opener + 2].Kind == ChunkKind.Preposition && chunks[opener + 3].Kind == ChunkKind.Relative))));

    public bool IsFinite(int verb)
    {
        var chunk = chunks[verb];
        return !chunk.IsInfinitive && (chunk.Forms & VerbForm.Gerund) == 0
            && (chunk.HasAuxiliary || (chunk.Forms & (VerbForm.Passive | VerbForm.Attributive | VerbForm.Active)) == 0
                || ((chunk.Forms & VerbForm.Past) != 0 && Next(verb) is { } next && chunks[next].Kind == ChunkKind.Noun) || (pack.MarksCase && (chunk.Forms & VerbForm.Passive) != 0));
    }

    private int Opening(int close)
    {
        var j = close;
        while (j > 0 && chunks[j].Kind != ChunkKind.Open)
        {
            j--;
        }

        return j;
    }

    public int VerbBefore(int at)
    {
        for (var j = at - 1; j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
            {
                return j;
            }

            if (chunks[j].Kind == ChunkKind.Break)
            {
                return -1;
            }
        }

        return -1;
    }

    private int? Next(int verb)
    {
        var j = verb + (IsParticle(verb + 1) ? 2 : 1);
        while (j < chunks.Count && chunks[j].Kind is ChunkKind.Adverb or ChunkKind.Time)
        {
            j++;
        }

        return j < chunks.Count ? j : null;
    }

    private int Back(int at)
    {
        while (at >= 0 && chunks[at].Kind is ChunkKind.Adverb or ChunkKind.Time)
        {
            at--;
        }

        return at;
    }
}
