using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;
using Alerts.Extract.Tokens;

namespace Alerts.Extract.Actuality;

/// <summary>Whether a verb tells of what has happened; if not, the reason in a word.</summary>
internal sealed partial class ActualityJudge(LanguagePack pack, Passage passage, Sentence sentence, Grammar grammar)
{
    public const string ContinuingState = "continuing-state";

    private const int Deepest = 6;

    private readonly IReadOnlyList<Chunk> chunks = grammar.Chunks;

    /// <param name="verb">The chunk.</param>
    /// <param name="mayLieAhead">What is planned counts as well.</param>
    /// <param name="asNegated">That it was not done is the fact.</param>
    /// <returns>null when it is told as a fact.</returns>
    public string? Objection(int verb, bool mayLieAhead, bool asNegated = false) => Objection(verb, mayLieAhead, 0, asNegated);

    /// <summary>What a verb says of the thing it governs: "refused the release", "demanded the release".</summary>
    public string? ObjectionToObject(int verb) =>
        chunks[verb].Verb is { } governing && (governing.Classes & (VerbClass.Refuse | VerbClass.Demand | VerbClass.Deny | VerbClass.Risk | VerbClass.Plan | VerbClass.Prevent)) is > 0 and var classes
            ? Reason(classes) : null;

    private string? Objection(int verb, bool mayLieAhead, int depth, bool asNegated = false)
    {
        var chunk = chunks[verb];
        if (depth > Deepest)
        {
            return "too-deep";
        }

        if (chunk.IsNegated && !asNegated)
        {
            return "negation";
        }

        if (grammar.IsPlain && !asNegated && HasNobody(verb))
        {
            return "negation";
        }

        if (grammar.IsInverted(verb))
        {
            return "condition";
        }

        // "on the condition that he pay a fine".
        if (grammar.IsPlain && !chunk.HasAuxiliary && (chunk.Forms & (VerbForm.Infinitive | VerbForm.Past)) == VerbForm.Infinitive && grammar.SubjectOf(verb) is >= 0 and var subject && subject < verb
            && chunks[subject].Pronoun is { } one && one.Features.HasFlag(Feature.Sg) && !one.Features.HasFlag(Feature.Pl) && chunks[verb - 1].Kind == ChunkKind.Noun && verb > 1 && chunks[verb - 2].Kind == ChunkKind.Subordinator)
        {
            return "demand";
        }

        // "is not among those arrested", "considered charging him".
        if (grammar.IsPlain && grammar.Above(verb) is >= 0 and var above)
        {
            return grammar.IsCopula(above) ? Objection(above, mayLieAhead, depth + 1) : (chunks[above].Verb?.Classes & (VerbClass.Plan | VerbClass.Attempt | VerbClass.Demand | VerbClass.Risk | VerbClass.Prevent | VerbClass.Refuse)) is > 0 and var kind ? Reason((VerbClass)kind) : null;
        }

        if (chunk is { IsOngoing: true, IsPresent: true } && !(pack.HeadFirst && HasTime(verb)))
        {
            return ContinuingState;
        }

        if (Modality(chunk, mayLieAhead && ((chunk.Modal & (WordClass.Duty | WordClass.Chance)) == 0 || HasTime(verb))) is { } modality && !(asNegated && chunk.IsNegated && modality == "risk"))
        {
            return modality;
        }

        if (chunk.IsInfinitive || (chunk.Modal == 0 && IsBareInfinitive(chunk)))
        {
            return Governed(verb, mayLieAhead, depth) is var governed && asNegated && governed == "negation" ? null : governed;
        }

        // "could see him leave prison": it is as real as the verb above it.
        if (!pack.MarksCase && !chunk.HasAuxiliary && (chunk.Forms & (VerbForm.Infinitive | VerbForm.Past)) == VerbForm.Infinitive
            && verb > 1 && chunks[verb - 1].Kind == ChunkKind.Noun && chunks[verb - 2].Kind == ChunkKind.Verb)
        {
            return (chunks[verb - 2].Verb?.Classes & (VerbClass.Demand | VerbClass.Prevent | VerbClass.Refuse)) is > 0 and var wish ? Reason((VerbClass)wish) : Objection(verb - 2, mayLieAhead, depth + 1);
        }

        if (IsImperative(verb))
        {
            return "demand";
        }

        if ((chunk.Forms & VerbForm.Gerund) != 0 && IsOfDraft(verb) && grammar.VerbBefore(verb) is >= 0 and var reader && (chunks[reader].Verb?.Classes & VerbClass.Enact) is null or 0)
        {
            return mayLieAhead ? Objection(reader, true, depth + 1) : "plan";
        }

        if ((chunk.Forms & VerbForm.Gerund) != 0 && verb > 0 && Preposition(verb) is { } preposition)
        {
            if (preposition.Is(WordClass.Without))
            {
                return "negation";
            }

            if (grammar.VerbBefore(verb) is >= 0 and var governor)
            {
                if ((chunks[governor].Verb?.Classes & (VerbClass.Prevent | VerbClass.Refuse | VerbClass.Demand | VerbClass.Risk | VerbClass.Plan)) is > 0)
                {
                    return Reason(chunks[governor].Verb!.Classes);
                }
            }
        }

        // "risks being deported", "avoided being jailed".
        if (pack.IsPlain && (chunk.Forms & VerbForm.Gerund) != 0 && verb > 0 && chunks[verb - 1] is { Kind: ChunkKind.Verb, Verb: { } over }
            && (over.Classes & (VerbClass.Prevent | VerbClass.Refuse | VerbClass.Demand | VerbClass.Risk | VerbClass.Plan | VerbClass.Deny)) is not 0 and var unreal)
        {
            return Reason(unreal);
        }

        // "qu'on croyait enlevé": a participle under a verb of belief.
        if (pack.HeadFirst && !chunk.HasAuxiliary && (chunk.Forms & VerbForm.Passive) != 0 && grammar.ClauseStart(verb) is > 0 and var start && chunks[start - 1] is { Kind: ChunkKind.Verb, Verb: { } belief }
            && (belief.Classes & (VerbClass.Rumour | VerbClass.Deny | VerbClass.Demand | VerbClass.Report)) != 0 && !grammar.IsPassive(start - 1) && !Enumerable.Range(start, verb - start).Any(k => chunks[k].Kind is ChunkKind.Comma or ChunkKind.And))
        {
            return (belief.Classes & (VerbClass.Rumour | VerbClass.Report)) != 0 ? "hearsay" : Reason(belief.Classes);
        }

        if (Cue(verb) is { } cue)
        {
            return cue;
        }

        var shared = grammar.SharesWith(verb);
        if (shared >= 0 && !chunk.HasAuxiliary && (chunks[shared].Modal != 0 || chunks[shared].IsInfinitive || (grammar.IsPlain && (chunks[shared].Forms & (VerbForm.Infinitive | VerbForm.Past)) == VerbForm.Infinitive)) && (chunk.Forms & (VerbForm.Infinitive | VerbForm.Passive)) != 0
            && Objection(shared, mayLieAhead, depth + 1) is { } inherited)
        {
            return inherited;
        }

        return FromAbove(verb, mayLieAhead, depth);
    }

    /// <summary>"refused to renew", "the failure to register": told by not being done.</summary>
    public bool IsRefused(int verb) =>
        (chunks[verb].IsInfinitive || IsBareInfinitive(chunks[verb])) && (Cue(verb) is "negation" || (grammar.VerbBefore(verb) is >= 0 and var governor && (chunks[governor].Verb?.Classes & VerbClass.Refuse) is > 0));

    /// <summary>"Neither X nor Y was", "No member was": the negation stands in the subject.</summary>
    private bool HasNobody(int verb)
    {
        var first = chunks[grammar.ClauseStart(verb)].First;
        for (var i = first; i < chunks[verb].First; i++)
        {
            if (passage.Tokens[i].Is(WordClass.Negation) && (i == first || passage.Tokens[i].Is(WordClass.And)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Modality(Chunk chunk, bool mayLieAhead) =>
        (chunk.Modal & WordClass.Duty) != 0 ? (mayLieAhead ? null : "demand")
        : (chunk.Modal & (WordClass.Chance | WordClass.Conditional)) != 0 && !(mayLieAhead && (chunk.Modal & WordClass.Future) != 0) ? "risk"
        : (chunk.Modal & WordClass.Future) != 0 || (chunk.Forms & (VerbForm.Future | VerbForm.Past | VerbForm.Passive)) == VerbForm.Future ? (mayLieAhead ? null : "plan")
        : null;

    private bool IsBareInfinitive(Chunk chunk) =>
        pack.MarksCase ? (chunk.Forms & VerbForm.Infinitive) != 0 && !chunk.HasBe
        : chunk.HasBe && !chunk.IsPresent && passage.Tokens[chunk.First].Lexeme is var first && first.Has(VerbForm.Infinitive) && first.Is(WordClass.Be) && !first.Has(VerbForm.Past);

    /// <summary>A base form without a subject opens a call: "Free those who ...".</summary>
    private bool IsImperative(int verb)
    {
        var chunk = chunks[verb];
        return !pack.MarksCase && !chunk.HasAuxiliary && (chunk.Forms & VerbForm.Infinitive) != 0 && (chunk.Forms & (VerbForm.Past | VerbForm.Passive)) == 0 && grammar.SubjectOf(verb) < 0;
    }

    /// <summary>"está detenido desde el 3 de mayo": dated, so its start is told.</summary>
    private bool HasTime(int verb) => Enumerable.Range(verb, grammar.ClauseEnd(verb) - verb).Any(k => chunks[k].Kind == ChunkKind.Time && !chunks[k].Lexeme.Is(WordClass.Until));

    private string? Governed(int verb, bool mayLieAhead, int depth)
    {
        // "had been due to stand trial": it never came to that.
        if (pack.IsPlain && grammar.VerbBefore(verb) is >= 0 and var past && chunks[past].Lexeme.Is(WordClass.Be) && passage.Tokens[chunks[past].First].Is(WordClass.Have))
        {
            return "plan";
        }

        if (Cue(verb) is { } cue)
        {
            return mayLieAhead && cue is "plan" ? null : cue;
        }

        // "is to start on 3 April".
        if (mayLieAhead && chunks[verb].IsInfinitive && passage.Tokens[chunks[verb].First].Is(WordClass.Be))
        {
            return null;
        }

        // "tras ser detenido", "sans avoir été jugé".
        if (Preposition(verb) is { } joint && joint.Is(WordClass.After | WordClass.Without))
        {
            return joint.Is(WordClass.Without) ? "negation" : null;
        }

        var governor = grammar.VerbBefore(verb);
        if (governor < 0)
        {
            return mayLieAhead ? null : "plan";
        }

        if (IsOfLaw(verb) && (chunks[governor].Verb?.Classes & VerbClass.Enact) is > 0)
        {
            return Objection(governor, mayLieAhead, depth + 1);
        }

        var classes = chunks[governor].Verb?.Classes ?? VerbClass.None;
        if (IsBodysOrder(governor))
        {
            return "demand";
        }

        if ((classes & (VerbClass.Order | VerbClass.Continue)) != 0 || (classes & VerbClass.Report) != 0)
        {
            return Objection(governor, mayLieAhead, depth + 1);
        }

        if (mayLieAhead && (classes & VerbClass.Plan) != 0)
        {
            return Objection(governor, mayLieAhead, depth + 1);
        }

        return (classes & ~VerbClass.Factive) == 0 ? "plan" : Reason(classes);
    }

    /// <summary>What an international body orders, the state has yet to do.</summary>
    public bool IsBodysOrder(int governor) => (chunks[governor].Verb?.Classes & VerbClass.Order) is > 0 && Concern.IsByBody(pack, passage, grammar, governor);

    private static string Reason(VerbClass classes) =>
        (classes & VerbClass.Demand) != 0 ? "demand"
        : (classes & VerbClass.Plan) != 0 ? "plan"
        : (classes & VerbClass.Attempt) != 0 ? "attempt"
        : (classes & (VerbClass.Refuse | VerbClass.Prevent)) != 0 ? "negation"
        : (classes & VerbClass.Deny) != 0 ? "denial"
        : (classes & VerbClass.Risk) != 0 ? "risk"
        : "plan";

    private Lexeme? Preposition(int verb)
    {
        var j = verb - 1;
        while (j >= 0 && ((chunks[j].Kind is ChunkKind.Adverb && !chunks[j].Lexeme.Is(WordClass.After)) || (j > 0 && chunks[j].Lexeme.Is(WordClass.Owning) && chunks[j - 1].Kind is ChunkKind.Preposition or ChunkKind.Adverb)))
        {
            j--;
        }

        return j >= 0 && (chunks[j].Kind is ChunkKind.Preposition or ChunkKind.Subordinator || chunks[j].Lexeme.Is(WordClass.After)) ? chunks[j].Lexeme : null;
    }

    /// <summary>What the clause hangs on: "if", "denied that", "demanded that".</summary>
    private string? FromAbove(int verb, bool mayLieAhead, int depth)
    {
        for (var j = verb - 1; j >= 0; j--)
        {
            var chunk = chunks[j];
            if (chunk.Kind == ChunkKind.Break)
            {
                return null;
            }

            if (chunk.Kind == ChunkKind.Subordinator)
            {
                if (chunk.Lexeme.Is(WordClass.Condition))
                {
                    return "condition";
                }

                // "rumours that", "the risk that".
                if (chunk.Lexeme.Is(WordClass.ThatClause) && j > 0 && chunks[j - 1].Kind is ChunkKind.Noun or ChunkKind.Comma
                    && CueBefore(chunks[grammar.ClauseStart(j - 1)].First, chunk.First, chunk.End) is { } cue)
                {
                    return cue;
                }

                if (chunk.Lexeme.Is(WordClass.ThatClause) && j > 0 && chunks[j - 1].Kind == ChunkKind.Noun && IsUnverified(verb))
                {
                    return "hearsay";
                }

                if (chunk.Lexeme.Is(WordClass.ThatClause) && grammar.VerbBefore(j) is >= 0 and var teller)
                {
                    return Told(teller, mayLieAhead, depth);
                }

                return null;
            }

            if (chunk.Kind == ChunkKind.Verb && chunk.Verb is null && (chunk.Modal & WordClass.Conditional) != 0)
            {
                return "condition";
            }

            if (chunk.Kind == ChunkKind.Verb)
            {
                var joined = j == grammar.SharesWith(verb);
                if (!joined)
                {
                    if (j == verb - 2 && CueBefore(chunks[grammar.ClauseStart(j)].First, chunk.First, chunk.End) is "hearsay")
                    {
                        return "hearsay";
                    }

                    return (chunk.Verb?.Classes & (VerbClass.Deny | VerbClass.Demand)) is > 0 && j == verb - 2 ? Told(j, mayLieAhead, depth) : null;
                }
            }

            if (chunk.Kind == ChunkKind.Relative)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"Claims that X was beaten could not be confirmed".</summary>
    private bool IsUnverified(int verb)
    {
        for (var j = verb + 1; j < chunks.Count && chunks[j].Kind != ChunkKind.Break; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Verb, IsNegated: true, Verb: { } check } && (check.Classes & VerbClass.Report) != 0 && grammar.IsPassive(j))
            {
                return true;
            }
        }

        return false;
    }

    private string? Told(int teller, bool mayLieAhead, int depth)
    {
        var classes = chunks[teller].Verb?.Classes ?? VerbClass.None;
        if ((classes & (VerbClass.Deny | VerbClass.Demand | VerbClass.Rumour | VerbClass.Refuse)) != 0 && !chunks[teller].IsNegated)
        {
            return (classes & VerbClass.Rumour) != 0 ? "hearsay" : Reason(classes);
        }

        return chunks[teller].IsInfinitive && (classes & VerbClass.Report) == 0 ? Objection(teller, mayLieAhead, depth + 1) : null;
    }

    /// <summary>"exigió el lunes la liberación": a verb whose object never came to be.</summary>
    public string? Unreal(int governor) =>
        pack.HeadFirst && governor >= 0 && chunks[governor].Verb is { } verb && (verb.Classes & ~(VerbClass.Factive | VerbClass.Report | VerbClass.Order | VerbClass.Remain | VerbClass.Witness | VerbClass.Continue)) is not 0 and var classes && (verb.Classes & (VerbClass.Factive | VerbClass.Report)) == 0
            ? Reason(classes) : null;

    /// <summary>Words of the pack before the verb in its clause: "due to", "called for", "without".</summary>
    private string? Cue(int verb) => CueBefore(chunks[grammar.ClauseStart(verb)].First, chunks[verb].First, chunks[verb].End);

    public string? CueBefore(int from, int to, int limit)
    {
        for (var i = Math.Max(from, sentence.First); i < to; i++)
        {
            var (reason, end) = pack.Cues.At(passage.Tokens, i, limit);
            if (reason is not null && end <= limit)
            {
                return reason;
            }
        }

        return null;
    }
}
