using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>Where only the order of words shows who does what: subjects behind their verb, predicates, and clauses that leave their verb out.</summary>
internal sealed partial class Grammar
{
    /// <summary>Neither case endings nor marked objects.</summary>
    public bool IsPlain => pack.IsPlain;

    /// <summary>"shut down X", "threw out the appeal": part of the verb, no preposition.</summary>
    public bool IsParticle(int at) => at > 0 && at < chunks.Count && chunks[at].Kind == ChunkKind.Preposition && chunks[at].Lexeme.Is(WordClass.Particle) && chunks[at - 1].Kind == ChunkKind.Verb;

    private bool IsPlainParticiple(int verb) => IsPlain && !chunks[verb].HasAuxiliary && !chunks[verb].IsInfinitive && (chunks[verb].Forms & VerbForm.Passive) != 0;

    /// <summary>A form of "be" that is the verb itself.</summary>
    public bool IsCopula(int at) => at >= 0 && chunks[at].Kind == ChunkKind.Verb && chunks[at].Lexeme.Is(WordClass.Be) && !chunks[at].IsInfinitive;

    /// <summary>The verb whose predicate or object this one is: "is not among those arrested", "considered charging him"; -1 when it stands for itself.</summary>
    public int Above(int verb)
    {
        if (verb > 0 && (chunks[verb].Forms & VerbForm.Gerund) != 0 && !chunks[verb].HasAuxiliary && chunks[Back(verb - 1) is >= 0 and var near ? near : 0].Kind == ChunkKind.Verb)
        {
            return Back(verb - 1);
        }

        var at = verb - 1;
        while (IsPlainParticiple(verb) && at > 0 && chunks[at].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Adverb)
        {
            at--;
        }

        return at >= 0 && at < verb - 1 && IsPlainParticiple(verb) && IsCopula(at) ? at : -1;
    }

    /// <summary>"Also arrested was X", "Among those held were X and Y"; "Arrested in May, X was tried".</summary>
    private int Ahead(int verb)
    {
        if (!IsPlainParticiple(verb))
        {
            return -1;
        }

        for (var j = verb + 1; j + 1 < chunks.Count; j++)
        {
            if (IsCopula(j) && chunks[j + 1].Kind == ChunkKind.Noun)
            {
                // "was a former guard named X".
                return chunks[j + 1].Head is null && j + 3 < chunks.Count && IsPlainParticiple(j + 2) && chunks[j + 3].Head is not null ? j + 3 : j + 1;
            }

            if (chunks[j].Kind is ChunkKind.Verb or ChunkKind.Break or ChunkKind.Relative)
            {
                return -1;
            }

            if (chunks[j].Kind == ChunkKind.Comma)
            {
                var after = j + 1;
                while (after < chunks.Count && chunks[after].Kind is ChunkKind.Time or ChunkKind.Adverb)
                {
                    after++;
                }

                if (after < chunks.Count && chunks[after] is { Kind: ChunkKind.Noun } noun && (noun.Head is { Kind: not NounKind.Thing } || noun.Pronoun is not null || noun.HeadNoun is { Kind: not NounKind.Thing }))
                {
                    return after;
                }
            }
        }

        return -1;
    }

    /// <summary>"X, declared a foreign agent in May, appealed": the main verb comes behind the second comma.</summary>
    private bool IsAppositive(int verb)
    {
        if (!IsPlainParticiple(verb) || Back(verb - 1) is not (> 0 and var comma) || chunks[comma].Kind != ChunkKind.Comma || chunks[comma - 1].Kind != ChunkKind.Noun || VerbBefore(verb) >= 0)
        {
            return false;
        }

        var second = verb + 1;
        while (second < chunks.Count && chunks[second].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Adverb)
        {
            second++;
        }

        return second + 1 < chunks.Count && chunks[second].Kind == ChunkKind.Comma && chunks[second + 1].Kind == ChunkKind.Verb;
    }

    /// <summary>"X was among 30 prisoners freed": what happened to them happened to X.</summary>
    private bool IsOfMany(int verb) =>
        IsPlainParticiple(verb) && verb > 3 && chunks[verb - 1] is { Kind: ChunkKind.Noun, Head: null } many && (many.IsCounted || many.Features.HasFlag(Feature.Pl)) && many.HeadNoun is null or { Kind: NounKind.Person or NounKind.Organization }
        && chunks[verb - 2].Kind == ChunkKind.Preposition && !chunks[verb - 2].Lexeme.Is(WordClass.Companion | WordClass.PlacePreposition | WordClass.ForReason | WordClass.Infinitive | WordClass.Owning) && IsCopula(Back(verb - 3));

    /// <summary>"Those arrested include X", "The five people killed were X, Y ...": the verb that names them, or -1.</summary>
    public int NamesMembers(int verb)
    {
        if (!IsPlainParticiple(verb) || verb == 0 || chunks[verb - 1] is not { Kind: ChunkKind.Noun, Head: null })
        {
            return -1;
        }

        var next = verb + 1;
        while (next < chunks.Count && chunks[next].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Adverb)
        {
            next++;
        }

        return next + 1 < chunks.Count && (IsCopula(next) || IsInclude(next)) && chunks[next + 1].Head is not null ? next : -1;
    }

    public bool IsInclude(int verb) => chunks[verb] is { Kind: ChunkKind.Verb, Modal: 0, IsNegated: false, Verb: { } word } && (word.Classes & VerbClass.Include) != 0;

    /// <summary>"X was one of five people arrested", "X is a blogger who was jailed": of whom it is said.</summary>
    private int Predicated(int noun)
    {
        var at = noun;
        while (at > 1 && chunks[at] is { Head: null, Pronoun: null } && chunks[at - 1].Kind == ChunkKind.Preposition && chunks[at - 2].Kind == ChunkKind.Noun)
        {
            at -= 2;
        }

        return chunks[at] is { Head: null, Pronoun: null } && IsCopula(at - 1) && SubjectOf(at - 1) is >= 0 and var subject ? subject : noun;
    }

    /// <summary>"X, whom the police also held", "the bill that the parliament passed": the joint, or -1.</summary>
    private int ObjectRelative(int verb)
    {
        var noun = IsPlain ? Back(verb - 1) : verb - 1;
        return noun < 1 || chunks[noun].Kind != ChunkKind.Noun ? -1
            : chunks[noun - 1].Kind == ChunkKind.Relative ? noun - 1
            : IsPlain && noun > 1 && chunks[noun - 1].Kind == ChunkKind.Subordinator && chunks[noun - 1].Lexeme.Is(WordClass.ThatClause)
                && chunks[noun - 2] is { Kind: ChunkKind.Noun } before && (before.Head is not null || before.HeadNoun is { Kind: not NounKind.Thing }) ? noun - 1
            : -1;
    }

    /// <summary>"as was X" behind the clause: its verb holds for X too; -1 without.</summary>
    public int Likewise(int clauseEnd) =>
        IsPlain && clauseEnd + 2 < chunks.Count && chunks[clauseEnd].Kind == ChunkKind.Subordinator && IsCopula(clauseEnd + 1) && chunks[clauseEnd + 2].Kind == ChunkKind.Noun ? clauseEnd + 2 : -1;

    /// <summary>What goes on with the verb left out: "and B to three years", "B two", "and B in June".</summary>
    public IEnumerable<Remnant> Remnants(int verb)
    {
        if (pack.HeadFirst)
        {
            yield break;
        }

        for (var j = verb + 1; j + 2 < chunks.Count && chunks[j].Kind is not (ChunkKind.Verb or ChunkKind.Relative or ChunkKind.Subordinator); j++)
        {
            if (chunks[j].Kind is not (ChunkKind.And or ChunkKind.Comma or ChunkKind.Break or ChunkKind.But))
            {
                continue;
            }

            // "A — к двум годам, а B — к трём": a dash stands for the verb.
            var noun = chunks[j + 1].Kind is ChunkKind.And or ChunkKind.But ? j + 2 : j + 1;
            var rest = noun + 1;
            rest += pack.MarksCase && rest + 1 < chunks.Count && chunks[rest].Kind == ChunkKind.Comma ? 1 : 0;
            if (rest >= chunks.Count || chunks[noun].Kind != ChunkKind.Noun || chunks[noun].Head is null)
            {
                continue;
            }

            var time = chunks[rest].Kind == ChunkKind.Time ? rest : -1;
            var length = IsCount(rest) ? rest : chunks[rest].Kind == ChunkKind.Preposition && rest + 1 < chunks.Count && IsCount(rest + 1) ? rest + 1 : -1;
            var last = Math.Max(time, length);
            if (last < 0 || !Enumerable.Range(verb + 1, j - verb - 1).Any(k => time >= 0 ? chunks[k].Kind == ChunkKind.Time : IsCount(k)) || (last + 1 < chunks.Count && chunks[last + 1].Kind == ChunkKind.Verb))
            {
                continue;
            }

            yield return new Remnant(noun, chunks[rest].First, chunks[last].End, time);
            j = last;
        }
    }

    private bool IsCount(int at) => chunks[at] is { Kind: ChunkKind.Noun, Head: null, Pronoun: null, Count: > 0 };
}

/// <summary>A clause that takes its verb from the one before.</summary>
/// <param name="Noun">The chunk of whom it tells.</param>
/// <param name="First">The first token of what it says.</param>
/// <param name="End">The token behind.</param>
/// <param name="Time">The chunk of its own time, or -1.</param>
internal readonly record struct Remnant(int Noun, int First, int End, int Time);
