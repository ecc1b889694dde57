using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;

namespace Alerts.Extract.Triggers;

/// <summary>Everybody in a place of the clause: the list around a noun, companions, owners.</summary>
internal sealed partial class Frame
{
    private List<(int Chunk, string How, bool Owner)> Group(int noun, bool subject)
    {
        if (noun < 0)
        {
            return [];
        }

        var members = Groups.Around(chunks, noun, subject && noun < at ? at : -1);
        if ((noun < at || !pack.HeadFirst) && members.TrueForAll(m => chunks[m].Head is null && chunks[m].Pronoun is null))
        {
            // "Six others were tried, including X", "Two were held: X and Y".
            if (grammar.NamesMembers(at) is >= 0 and var naming)
            {
                members.AddRange(Groups.Around(chunks, naming + 1, -1));
            }

            for (var j = Math.Max(at, noun) + 1; j + 1 < chunks.Count && chunks[j].Kind is not ChunkKind.Verb; j++)
            {
                var listed = grammar.IsPlain && passage.Tokens[chunks[j].First].IsMark(':') && chunks[j + 1].Head is not null && chunks.Skip(j).All(c => c.Kind is not (ChunkKind.Verb or ChunkKind.Relative));
                if ((chunks[j].Kind == ChunkKind.Including || listed) && chunks[j + 1].Kind == ChunkKind.Noun)
                {
                    members.AddRange(Groups.Around(chunks, j + 1, -1));
                }

                if (chunks[j].Kind == ChunkKind.Break)
                {
                    break;
                }
            }
        }

        if (pack.MarksCase && chunks[noun].Pronoun is null && grammar.ApposedTo(noun) is >= 0 and var named && (members.Contains(named) || subject))
        {
            // "The author of the letter, X, was": X alone.
            members = [named];
        }

        return [.. members.Select((m, i) => (m, i == 0 ? "direct" : "list", false))];
    }

    /// <summary>"Among those held — X and Y", "were X and Y": the list behind a dash or a verb of being.</summary>
    public List<(int Chunk, string How, bool Owner)> MembersBehind(int noun)
    {
        var j = noun + 1;
        while (j < chunks.Count && chunks[j].Kind is ChunkKind.Comma or ChunkKind.Time or ChunkKind.Adverb or ChunkKind.Verb)
        {
            j++;
        }

        return j > noun + 1 && j < chunks.Count && chunks[j] is { Kind: ChunkKind.Noun, Head: not null } && (chunks[j].Features & Feature.Nom) != 0 ? [.. Groups.Around(chunks, j, -1).Select(m => (m, "list", false))] : [];
    }

    /// <summary>"was sentenced together with Y", "X, along with Y, was", "X was jailed, as was Y".</summary>
    private List<(int Chunk, string How, bool Owner)> Companions()
    {
        var likewise = grammar.Likewise(clauseEnd) is >= 0 and var other ? Groups.Around(chunks, other, -1).ConvertAll(m => (m, "companion", false)) : [];
        var start = grammar.IsPlain ? grammar.ClauseStart(at) : at + 1;
        for (var j = start; j < clauseEnd; j++)
        {
            if (chunks[j].Kind is ChunkKind.Preposition or ChunkKind.Adverb && chunks[j].Lexeme.Is(WordClass.Companion) && (j > at ? !grammar.IsPlain || grammar.SubjectOf(at) is >= 0 and var first && first < at && (chunks[first].Head is not null || chunks[first].Pronoun is not null) : j == 0 || (chunks[j - 1].Kind == ChunkKind.Comma && j - 2 >= start)))
            {
                var noun = j + 1;
                while (noun < clauseEnd && chunks[noun].Kind is ChunkKind.Preposition)
                {
                    noun++;
                }

                return noun < clauseEnd && chunks[noun].Kind == ChunkKind.Noun ? [.. Groups.Around(chunks, noun, j < at ? at : -1).Select(m => (m, "companion", false)), .. likewise] : likewise;
            }
        }

        return likewise;
    }

    private List<(int Chunk, string How, bool Owner)> Behind()
    {
        // "confirmó los tres años impuestos a X".
        var limit = pack.HeadFirst && clauseEnd < chunks.Count && chunks[clauseEnd] is { Kind: ChunkKind.Verb, HasAuxiliary: false } participle && ((participle.Forms & VerbForm.Passive) != 0 || IsRefusalTo()) ? grammar.ClauseEnd(clauseEnd) : clauseEnd;
        for (var j = at + 1; j < limit; j++)
        {
            if (chunks[j].Kind is ChunkKind.Preposition && trigger.Behind.Contains(chunks[j].Lexeme.Form) && j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun && !(!pack.MarksCase && (pack.HeadFirst || trigger.Role == CaseRole.ObjectOwner) && chunks[j + 1] is { Head: null, Pronoun: null, HeadNoun: null or { Kind: NounKind.Thing } }))
            {
                return Group(j + 1, false);
            }
        }

        for (var j = at - 1; pack.MarksCase && j > 0 && j >= grammar.ClauseStart(at) - 1; j--)
        {
            if (chunks[j - 1].Kind == ChunkKind.Preposition && trigger.Behind.Contains(chunks[j - 1].Lexeme.Form) && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Relative)
            {
                return Group(chunks[j].Kind == ChunkKind.Relative ? grammar.AntecedentOf(j) : j, false);
            }
        }

        if (theme >= 0 && theme < at)
        {
            for (var j = theme + 1; j < at; j++)
            {
                if (chunks[j].Kind is ChunkKind.Preposition && trigger.Behind.Contains(chunks[j].Lexeme.Form) && chunks[j + 1].Kind == ChunkKind.Noun)
                {
                    return Group(j + 1, false);
                }
            }
        }

        for (var j = pack.MarksCase ? grammar.ClauseStart(at) : at; j < at; j++)
        {
            if (chunks[j].Kind is ChunkKind.Preposition && trigger.Behind.Contains(chunks[j].Lexeme.Form) && chunks[j + 1].Kind == ChunkKind.Noun)
            {
                return Group(j + 1, false);
            }
        }

        return [];
    }

    /// <summary>"X, in force since May,": the name before the comma.</summary>
    private List<(int Chunk, string How, bool Owner)> Beside(int noun) =>
        noun > 2 && chunks[noun - 1].Kind == ChunkKind.Preposition && chunks[noun - 2].Kind is ChunkKind.Comma or ChunkKind.Open && chunks[noun - 3].Kind == ChunkKind.Noun ? Group(noun - 3, true) : [];

    /// <summary>"X's trial", "his trial", "the trial of X".</summary>
    public List<(int Chunk, string How, bool Owner)> OwnersOf(int noun)
    {
        if (trigger.Role == CaseRole.Beside)
        {
            return Beside(noun);
        }

        // "X, whose licence was revoked".
        if (grammar.IsPlain && noun > 1 && chunks[noun - 1].Kind == ChunkKind.Relative && chunks[noun - 1].Lexeme.Features.HasFlag(Feature.Gen))
        {
            return Group(grammar.AntecedentOf(noun - 1), true);
        }

        // "иск министерства о ликвидации X": neither the ministry nor nobody.
        for (var k = noun + 1; pack.MarksCase && k + 1 < chunks.Count && k < noun + 3 && chunks[noun].OwnerName?.Case is null && chunks[noun].OwnerWord is null; k++)
        {
            if (chunks[k].Kind == ChunkKind.Preposition && trigger.Behind.Contains(chunks[k].Lexeme.Form) && chunks[k + 1] is { Kind: ChunkKind.Noun, Head: null, OwnerName.Case: not null })
            {
                return [(k + 1, "owner", true)];
            }
        }

        if (chunks[noun].OwnerName is not null || chunks[noun].OwnerWord is not null || chunks[noun].OwnerNoun is not null)
        {
            return [(noun, "owner", true), .. grammar.IsPlain ? Groups.BeforeOwner(chunks, noun).Select(m => (m, "owner", false)) : []];
        }

        var j = noun + 1;
        while (j + 1 < chunks.Count && chunks[j].Kind is ChunkKind.Time or ChunkKind.Adverb)
        {
            j++;
        }

        // "the conviction and sentence of X".
        if (j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.And && chunks[j + 1] is { Kind: ChunkKind.Noun, Head: null, HeadNoun.Kind: NounKind.Thing })
        {
            return OwnersOf(j + 1);
        }

        if (pack.HeadFirst && j + 3 < chunks.Count && chunks[j].Kind == ChunkKind.Comma && chunks[j + 1].Kind == ChunkKind.Time && chunks[j + 2].Kind == ChunkKind.Comma)
        {
            j += 3;
        }

        if (j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && IsTheme(j + 1) && !chunks[j].Lexeme.Is(WordClass.Owning))
        {
            return OwnersOf(j + 1);
        }

        // "the next hearing in X's case", "the ruling on his appeal".
        if (grammar.IsPlain && trigger.Object.Count > 0 && j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1] is { Kind: ChunkKind.Noun, Head: null, HeadNoun.Kind: NounKind.Thing } matter && (matter.OwnerName is not null || matter.OwnerWord is not null))
        {
            return [(j + 1, "owner", true)];
        }

        if (pack.MarksCase && j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && trigger.Behind.Contains(chunks[j].Lexeme.Form) && chunks[j + 1] is { Kind: ChunkKind.Noun, Head: null } inner
            && (inner.OwnerName is not null || inner.OwnerWord is not null))
        {
            return [(j + 1, "owner", true)];
        }

        // "la pena de prisión de X".
        while (pack.HeadFirst && j + 2 < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1] is { Kind: ChunkKind.Noun, Head: null, Pronoun: null, OwnerName: null, OwnerWord: null, HeadNoun: null or { Kind: NounKind.Thing } }
            && (chunks[j + 2].Kind == ChunkKind.Preposition || chunks[j + 2] is { Kind: ChunkKind.Verb, HasAuxiliary: false }))
        {
            j += 2;
        }

        // "la pena impuesta ayer a X", "le recours introduit par X", "the appeal filed by X".
        if (!pack.MarksCase && j + 2 < chunks.Count && chunks[j] is { Kind: ChunkKind.Verb, HasAuxiliary: false } participle && (participle.Forms & VerbForm.Passive) != 0)
        {
            j++;
            while (j + 1 < chunks.Count && chunks[j].Kind is ChunkKind.Time or ChunkKind.Adverb)
            {
                j++;
            }
        }

        if (pack.HeadFirst && j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && chunks[j].Lexeme.Is(WordClass.Owning) && chunks[j + 1].OwnerName is not null)
        {
            return [(j + 1, "owner", true)];
        }

        return j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && (chunks[j].Lexeme.Is(WordClass.Owning) || trigger.Behind.Contains(chunks[j].Lexeme.Form)) && chunks[j + 1].Kind == ChunkKind.Noun
            ? [.. Group(j + 1, false).Select(m => (m.Chunk, "owner", false))]
            : [];
    }
}
