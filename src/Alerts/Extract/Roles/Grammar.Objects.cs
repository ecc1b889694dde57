using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>Whom the verb acts on.</summary>
internal sealed partial class Grammar
{
    /// <summary>The object of an active verb, or -1.</summary>
    public int ObjectOf(int verb)
    {
        if (pack.HeadFirst)
        {
            return MarkedObjectOf(verb);
        }

        if (!pack.MarksCase)
        {
            var relative = ObjectRelative(verb);
            return Next(verb) is { } next && chunks[next].Kind == ChunkKind.Noun && !(relative >= 0 && chunks[next] is { Head: null, HeadNoun: null, Pronoun: null }) ? next
                : relative >= 0 ? AntecedentOf(relative)
                : ShiftedObject(verb);
        }

        // "X, которую приговорили".
        if (ClauseStart(verb) - 1 is >= 0 and var opener && chunks[opener] is { Kind: ChunkKind.Relative } opening && (opening.Lexeme.Features & (Feature.Acc | Feature.Nom | Feature.Gen)) == Feature.Acc && (opener == 0 || chunks[opener - 1].Kind != ChunkKind.Preposition))
        {
            return AntecedentOf(opener);
        }

        var doubtful = -1;
        for (var j = verb + 1; j < chunks.Count; j++)
        {
            if (chunks[j].Kind is ChunkKind.Comma or ChunkKind.Break or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Verb)
            {
                break;
            }

            if (IsObject(j))
            {
                if ((chunks[j].Features & Feature.Nom) == 0)
                {
                    return j;
                }

                doubtful = doubtful < 0 && j != SubjectOf(verb) ? j : doubtful;
            }
        }

        for (var j = verb - 1; j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Comma && j > 1 && Skip(verb, j) is var before && before < j - 1 && before >= 0)
            {
                j = before + 1;
                continue;
            }

            if (chunks[j].Kind is ChunkKind.Comma or ChunkKind.Break or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Verb)
            {
                return doubtful >= 0 ? doubtful
                    : chunks[j].Kind == ChunkKind.Relative && (chunks[j].Lexeme.Features & Feature.Acc) != 0 && ((chunks[j].Lexeme.Features & Feature.Nom) == 0 || SubjectOf(verb) > j) ? AntecedentOf(j) : -1;
            }

            if (IsObject(j) && ((chunks[j].Features & Feature.Nom) == 0 || IsOneOf(j, verb)))
            {
                return j;
            }
        }

        return doubtful;

        bool IsObject(int j) => chunks[j].Kind == ChunkKind.Noun && (chunks[j].Features & Feature.Acc) != 0 && (j == 0 || chunks[j - 1].Kind != ChunkKind.Preposition);
    }

    /// <summary>"submitted to parliament the bill", "suspended for a month the licence of X": the object behind where or how long, or -1.</summary>
    private int ShiftedObject(int verb)
    {
        if (!IsPlain || chunks[verb].HasBe || (chunks[verb].Forms & VerbForm.Past) == 0 || verb == 0 || chunks[verb - 1].Kind != ChunkKind.Noun)
        {
            return -1;
        }

        var j = verb + 1;
        while (j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1].Kind == ChunkKind.Noun)
        {
            j += 2;
        }

        return j > verb + 1 && j < chunks.Count && chunks[j] is { Kind: ChunkKind.Noun, IsDefinite: true } shifted && (shifted.Head is not null || shifted.HeadNoun is { Kind: NounKind.Law or NounKind.Organization or NounKind.Thing })
            && !(j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Verb) ? j : -1;
    }

    /// <summary>One person alone before a plural verb is not its subject.</summary>
    private bool IsOneOf(int noun, int verb) =>
        chunks[verb].IsPlural && noun < verb && chunks[noun] is { Pronoun: null, IsCounted: false } one && (one.Head is not null || one.HeadNoun is not null) && !one.Features.HasFlag(Feature.Pl) && (one.Head is not null || one.Features.HasFlag(Feature.Sg))
        && !(noun > 0 && chunks[noun - 1].Kind is ChunkKind.And or ChunkKind.Comma && !(noun > 1 && chunks[noun - 2].Kind == ChunkKind.Time)) && !(noun + 1 < verb && chunks[noun + 1].Kind is ChunkKind.And or ChunkKind.Comma);

    /// <summary>The dative in the verb's clause, or -1.</summary>
    public int RecipientOf(int verb)
    {
        var fronted = pack.HeadFirst && verb + 1 < chunks.Count && chunks[verb + 1].IsClitic ? Fronted(verb) : -1;
        if (fronted >= 0)
        {
            return fronted;
        }

        for (var j = ClauseStart(verb); j < ClauseEnd(verb); j++)
        {
            if (chunks[j].Kind == ChunkKind.Noun && ((chunks[j].Features | Feature.Loc) & Feature.AnyCase) is not Feature.AnyCase && (chunks[j].Features & Feature.Dat) != 0
                && ((chunks[j].Features & Feature.Nom) == 0 || (j > verb && chunks[j].HeadNoun is not null && SubjectOf(verb) is >= 0 and var subject && subject != j))
                && (j == 0 || chunks[j - 1].Kind != ChunkKind.Preposition))
            {
                return j;
            }
        }

        return -1;
    }
}
