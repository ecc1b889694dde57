using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>Where clauses begin and end.</summary>
internal sealed partial class Grammar
{
    /// <summary>The chunk behind the last one of the clause that this chunk stands in.</summary>
    public int ClauseEnd(int at)
    {
        var j = at + 1;
        for (; j < chunks.Count; j++)
        {
            var kind = chunks[j].Kind;
            if (kind is ChunkKind.Break or ChunkKind.Relative or ChunkKind.Verb || (kind == ChunkKind.Subordinator && !IsPrepositional(j)))
            {
                break;
            }
        }

        // A noun right before the next verb is that verb's subject.
        if (j < chunks.Count && chunks[j].Kind == ChunkKind.Verb && j - 1 > at && IsFinite(j))
        {
            for (var k = j - 1; k > at + 1; k--)
            {
                if (chunks[k].Kind is ChunkKind.And or ChunkKind.But or ChunkKind.Comma)
                {
                    return k;
                }
            }
        }

        return j;
    }

    /// <summary>"after the trial" has no verb of its own, "after he fell" has.</summary>
    public bool IsPrepositional(int joint)
    {
        if (!chunks[joint].Lexeme.Is(WordClass.Preposition))
        {
            // "while in custody".
            return pack.IsPlain && chunks[joint].Lexeme.Is(WordClass.Meanwhile) && joint + 1 < chunks.Count && chunks[joint + 1].Kind == ChunkKind.Preposition;
        }

        for (var j = joint + 1; j < chunks.Count && j < joint + 4; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
            {
                return false;
            }

            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Adverb))
            {
                return true;
            }
        }

        return true;
    }

    /// <summary>The first chunk of the clause that this chunk stands in.</summary>
    public int ClauseStart(int at)
    {
        var j = at;
        while (j > 0 && chunks[j - 1].Kind is not (ChunkKind.Break or ChunkKind.Relative or ChunkKind.Verb) && !(chunks[j - 1].Kind == ChunkKind.Subordinator && !IsPrepositional(j - 1)))
        {
            j--;
        }

        return j;
    }

    /// <summary>"His sister, X": a name behind a relation of somebody.</summary>
    public bool IsTitled(int name) => name > 1 && chunks[name - 1].Kind == ChunkKind.Comma && chunks[name - 2] is { Kind: ChunkKind.Noun, Head: null, HeadNoun.IsRelation: true }
        && (chunks[name - 2].OwnerWord is not null || chunks[name - 2].OwnerName is not null);

    /// <summary>"The author of the letter, X,": the person whom a noun only describes, or -1.</summary>
    public int ApposedTo(int noun)
    {
        if (chunks[noun] is not { Kind: ChunkKind.Noun, Head: null })
        {
            return -1;
        }

        var comma = noun + 1;
        while (pack.MarksCase && comma < chunks.Count && chunks[comma] is { Kind: ChunkKind.Noun, Head: null, Pronoun: null, HeadNoun.Kind: NounKind.Thing })
        {
            comma++;
        }

        return comma + 2 < chunks.Count && chunks[comma].Kind == ChunkKind.Comma && chunks[comma + 1].Head is { Kind: NounKind.Person } && chunks[comma + 2].Kind == ChunkKind.Comma ? comma + 1 : -1;
    }

    /// <summary>"Had they been convicted, ...": a condition without "if".</summary>
    public bool IsInverted(int verb)
    {
        var joint = verb - 1;
        while (joint > 0 && chunks[joint].Kind is ChunkKind.Noun or ChunkKind.And or ChunkKind.Adverb)
        {
            joint--;
        }

        return IsPlain && joint >= 0 && joint < verb - 1 && chunks[joint] is { Kind: ChunkKind.Verb } had && had.Lexeme.Is(WordClass.Have) && (had.Forms & VerbForm.Past) != 0
            && (joint == 0 || chunks[joint - 1].Kind is ChunkKind.Break or ChunkKind.Comma or ChunkKind.But) && (chunks[verb].Forms & VerbForm.Passive) != 0;
    }

    private bool HasFullPassiveBefore(int verb) =>
        VerbBefore(verb) is >= 0 and var before && chunks[before].HasBe && (chunks[before].Forms & VerbForm.Passive) != 0;

    private int OpenerOf(int comma)
    {
        while (comma > 0 && chunks[comma - 1].Kind is not (ChunkKind.Comma or ChunkKind.Break))
        {
            comma--;
        }

        return comma;
    }

    /// <summary>"X, son of an activist, who", "X, a former official whom", "X, a news site that": X.</summary>
    private int Apposed(int noun, int relative)
    {
        var j = noun;
        while (j > 1 && chunks[j - 1].Kind == ChunkKind.Preposition && chunks[j - 2].Kind == ChunkKind.Noun && chunks[relative - 1].Kind == ChunkKind.Comma)
        {
            j -= 2;
        }

        var kind = chunks[j].HeadNoun?.Kind ?? NounKind.Thing;
        if (j > 2 && kind == NounKind.Organization && chunks[j - 1].Kind == ChunkKind.And && chunks[j - 2] is { Kind: ChunkKind.Noun, Head: null, IsIndefinite: true })
        {
            // "X, an advocacy and trade group that".
            j -= 2;
        }

        return j > 1 && chunks[j] is { Head: null, Pronoun: null, IsDefinite: false } && kind != NounKind.Thing && (chunks[j].Features & (Feature.Sg | Feature.Pl)) != Feature.Pl
            && chunks[j - 1].Kind == ChunkKind.Comma && chunks[j - 2] is { Kind: ChunkKind.Noun, Head: { } name } && name.Kind == kind ? j - 2 : noun;
    }
}
