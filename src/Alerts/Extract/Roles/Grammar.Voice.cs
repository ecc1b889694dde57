using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>Active or passive, and which verb a joined one goes on from.</summary>
internal sealed partial class Grammar
{
    public bool IsPassive(int verb) => IsPassive(verb, 0);

    /// <summary>In the present: "passes", and what hangs on it: "votes to repeal", "a bill banning".</summary>
    public bool IsToldNow(int verb) => !IsPlain ? chunks[verb].IsPresent
        : !chunks[verb].HasAuxiliary && (chunks[verb].IsInfinitive || ((chunks[verb].Forms & VerbForm.Gerund) != 0 && verb > 0 && chunks[verb - 1].Kind is ChunkKind.Comma or ChunkKind.Noun)) && VerbBefore(verb) is >= 0 and var governor ? IsToldNow(governor)
        : chunks[verb].IsPresent;

    /// <summary>Passive by its form alone, without guessing from what follows.</summary>
    public bool IsStrictlyPassive(int verb) =>
        (chunks[verb].Forms & (VerbForm.Reflexive | VerbForm.Attributive)) != 0 || ((chunks[verb].Forms & VerbForm.Passive) != 0 && (chunks[verb].HasBe || (chunks[verb].Forms & VerbForm.Past) == 0))
        || (SharesWith(verb) is >= 0 and var first && !chunks[verb].HasAuxiliary && chunks[first].HasBe && IsPassive(verb));

    private bool IsPassive(int verb, int depth)
    {
        var chunk = chunks[verb];
        if ((IsPlain || pack.HeadFirst) && IsCopula(verb))
        {
            return false;
        }

        // "se detuvo a X": a marked object, so no passive.
        if (chunk.IsReflexive && pack.SubjectMayFollow && MarkedSomebody(verb) >= 0)
        {
            return false;
        }

        if ((chunk.Forms & VerbForm.Reflexive) != 0 || (chunk.HasBe && (chunk.Forms & VerbForm.Passive) != 0))
        {
            return true;
        }

        if ((chunk.Forms & (VerbForm.Passive | VerbForm.Attributive)) == 0 || chunk.HasAuxiliary)
        {
            return false;
        }

        // "X fait l'objet de", "le ministre interdit la revue": its present looks like its participle.
        if (pack.HeadFirst && (chunk.Forms & VerbForm.Present) != 0 && verb > 0 && verb + 1 < chunks.Count && chunks[verb - 1].Kind == ChunkKind.Noun && chunks[verb + 1] is { Kind: ChunkKind.Noun, IsClitic: false })
        {
            return false;
        }

        // "refused to", "tried to".
        if ((chunks[verb].Forms & VerbForm.Past) != 0 && Next(verb) is { } following && chunks[following] is { Kind: ChunkKind.Verb, IsInfinitive: true })
        {
            return false;
        }

        // "submitted to parliament the bill".
        if (ShiftedObject(verb) >= 0)
        {
            return false;
        }

        // "which the parliament passed".
        if (ObjectRelative(verb) >= 0 && (chunks[verb].Forms & VerbForm.Past) != 0)
        {
            return false;
        }

        // "a annulé le jugement et relaxé X": it shares the auxiliary.
        if (pack.HeadFirst && depth < Deepest && SharesWith(verb) is >= 0 and var sharing && chunks[sharing].HasAuxiliary && !IsPassive(sharing, depth + 1))
        {
            return false;
        }

        if (IsAppositive(verb) || IsOfMany(verb))
        {
            return true;
        }

        // "arrested" alone: active with an object behind it, else a passive cut short.
        return (chunk.Forms & VerbForm.Past) == 0
            || Next(verb) is not { } next
            || chunks[next].Kind != ChunkKind.Noun
            || (depth < Deepest && SharesWith(verb) is >= 0 and var first && IsPassive(first, depth + 1) && chunks[next].Head is null && chunks[next].Pronoun is null);
    }

    /// <summary>The verb this one is joined to by "and" or a comma and takes its subject from, or -1.</summary>
    public int SharesWith(int verb)
    {
        var before = Back(verb - 1);
        while (before > 0 && chunks[before].Kind == ChunkKind.Noun && chunks[before - 1].Kind == ChunkKind.Preposition)
        {
            // "and on bail released".
            before = Back(before - 2);
        }

        var shared = before >= 0 && (chunks[before].Kind is ChunkKind.And or ChunkKind.But || (chunks[before].Kind == ChunkKind.Comma && !IsReduced(verb) && !chunks[verb].HasAuxiliary))
            ? SharedBefore(verb, before) : -1;

        // "The bill, tabled in May, passed": its subject's participle.
        return shared >= 0 && chunks[before].Kind == ChunkKind.Comma && IsAppositive(shared) ? -1 : shared;
    }

    /// <summary>The verb before this joint that the one behind it goes on from: of its own kind, not one in an aside between commas.</summary>
    private int SharedBefore(int verb, int joint)
    {
        var limit = joint;
        if (joint > 0 && chunks[joint - 1].Kind == ChunkKind.Comma && OpenerOf(joint - 1) is > 0 and var opener && chunks[opener - 1].Kind == ChunkKind.Comma
            && (chunks[opener].Kind is ChunkKind.Noun or ChunkKind.Relative || LeadsToRelative(opener)) && !Enumerable.Range(opener, joint - 1 - opener).Any(k => chunks[k].Kind == ChunkKind.Verb && IsFinite(k) && chunks[opener].Kind == ChunkKind.Noun))
        {
            limit = opener - 1;
        }

        var infinitive = chunks[verb].IsInfinitive || (chunks[verb].Forms & (VerbForm.Infinitive | VerbForm.Past)) == VerbForm.Infinitive;
        var gerund = (chunks[verb].Forms & VerbForm.Gerund) != 0;
        for (var u = VerbBefore(limit); u >= 0; u = VerbBefore(u))
        {
            // "was tried at a court presided by Y and sentenced": not by the judge's participle.
            if (chunks[u].HasAuxiliary is false && IsPassive(u, Deepest) && u > 0 && chunks[u - 1].Kind == ChunkKind.Noun && !chunks[verb].HasAuxiliary && HasFullPassiveBefore(u))
            {
                continue;
            }

            if ((infinitive || !chunks[u].IsInfinitive) && (gerund || (chunks[u].Forms & VerbForm.Gerund) == 0 || chunks[u].HasAuxiliary))
            {
                return u;
            }
        }

        return VerbBefore(limit);
    }

    /// <summary>"ordered X jailed", "ordered that X be held", "ordered to close": the verb that orders what this one says, or -1.</summary>
    public int OrderOf(int verb) =>
        VerbBefore(verb) is >= 0 and var order && verb - order <= 3 && chunks[order].Verb is { } ordering && (ordering.Classes & VerbClass.Order) != 0
        && (chunks[verb].IsInfinitive || (!chunks[verb].HasAuxiliary && (chunks[verb].Forms & VerbForm.Passive) != 0) || chunks[order + 1].Lexeme.Is(WordClass.ThatClause)) ? order : -1;

    /// <summary>"let X go", "prevented X from leaving": part of what the verb before says.</summary>
    public bool IsComplement(int verb) => pack.IsPlain && verb > 1 && chunks[verb] is { Kind: ChunkKind.Verb, HasAuxiliary: false }
        && ((chunks[verb - 1].Kind == ChunkKind.Preposition && (chunks[verb].Forms & VerbForm.Gerund) != 0)
            || (chunks[verb - 1].Kind == ChunkKind.Noun && chunks[verb - 2].Kind == ChunkKind.Verb && (chunks[verb].Forms & (VerbForm.Infinitive | VerbForm.Past)) == VerbForm.Infinitive));
}
