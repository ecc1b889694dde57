using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>Everybody who shares a place in the clause: "A, B and C", "three activists, A, B and C", "several, including A".</summary>
internal static class Groups
{
    public static List<int> Around(IReadOnlyList<Chunk> chunks, int noun, int verb)
    {
        var members = new List<int> { noun };
        if (noun < verb)
        {
            Leftwards(chunks, noun, chunks[noun + 1].Kind is ChunkKind.Comma or ChunkKind.Relative, members);
        }

        Rightwards(chunks, noun, verb, members);
        return members;
    }

    /// <summary>"A, B and C's trial": those before the last owner.</summary>
    public static List<int> BeforeOwner(IReadOnlyList<Chunk> chunks, int noun)
    {
        var members = new List<int>();
        if (noun > 1 && chunks[noun].OwnerName is not null && chunks[noun - 1].Kind == ChunkKind.And && chunks[noun - 2] is { Kind: ChunkKind.Noun, Head: not null })
        {
            Leftwards(chunks, noun, false, members);
        }

        return members;
    }

    private static void Leftwards(IReadOnlyList<Chunk> chunks, int noun, bool isClosed, List<int> members)
    {
        var j = noun - 1;

        // "A, B and C, were": of these B, the first behind a comma, may be what the verb found.
        var joined = isClosed && chunks[noun].Head is not null && IsListedBehind(chunks, noun);
        while (j >= 0)
        {
            if (chunks[j].Kind == ChunkKind.And)
            {
                joined = true;
                j--;
                if (j >= 0 && chunks[j].Kind == ChunkKind.Comma)
                {
                    j--;
                }
            }
            else if (joined && chunks[j].Kind == ChunkKind.Comma)
            {
                j--;
            }
            else
            {
                return;
            }

            if (j > 1 && chunks[noun].Head is not null && Described(chunks, j) is >= 0 and var described)
            {
                j = described;
            }

            var top = j < 0 ? -1 : isClosed && chunks[j].Head is not null && chunks[noun].Head is not null ? j : Top(chunks, j);
            if (top < 0 || chunks[top].Kind != ChunkKind.Noun || (!isClosed && IsObject(chunks, top)))
            {
                return;
            }

            // A word that the pack does not know ("the eastern division of Y") stands in the list all the same.
            if (chunks[top].Head is not null || chunks[top].HeadNoun is not null || chunks[top].Pronoun is not null)
            {
                members.Add(top);
            }

            j = top - 1;
        }
    }

    /// <summary>"B, C and D": names go on to an "and" and a last one.</summary>
    private static bool IsListedBehind(IReadOnlyList<Chunk> chunks, int noun)
    {
        var j = noun + 1;
        while (j + 1 < chunks.Count && chunks[j].Kind == ChunkKind.Comma && chunks[j + 1] is { Kind: ChunkKind.Noun, Head: not null })
        {
            j += 2;
        }

        return j > noun + 1 && chunks[j].Kind == ChunkKind.And && j + 1 < chunks.Count && chunks[j + 1] is { Kind: ChunkKind.Noun, Head: not null };
    }

    /// <summary>"A, a reporter for X, and B", "A (X) and B": the name before what is said of it, or -1.</summary>
    private static int Described(IReadOnlyList<Chunk> chunks, int last)
    {
        var opener = chunks[last].Kind == ChunkKind.Close ? ChunkKind.Open : ChunkKind.Comma;
        var j = opener == ChunkKind.Open ? last - 1 : last;
        while (j > 0 && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.Time or ChunkKind.Adverb)
        {
            j--;
        }

        var described = j > 0 && chunks[j].Kind == opener && (opener == ChunkKind.Open || chunks[j + 1].Head is null) && chunks[j - 1] is { Kind: ChunkKind.Noun, Head: not null } ? j - 1 : -1;
        return described >= 0 && !IsObject(chunks, described) ? described : -1;
    }

    /// <summary>It belongs to a verb before it, so a new clause begins behind it.</summary>
    private static bool IsObject(IReadOnlyList<Chunk> chunks, int noun) =>
        noun > 0 && ((chunks[noun - 1].Kind == ChunkKind.Verb && (chunks[noun - 1].Verb?.Classes & VerbClass.Report) is null or 0) || chunks[noun - 1].Kind == ChunkKind.Preposition);

    private static bool IsPerson(Chunk chunk) => (chunk.Head?.Kind ?? chunk.HeadNoun?.Kind) is NounKind.Person;

    private static int Top(IReadOnlyList<Chunk> chunks, int at)
    {
        while (at > 1 && chunks[at].Kind == ChunkKind.Noun && chunks[at - 1].Kind == ChunkKind.Preposition && chunks[at - 2].Kind == ChunkKind.Noun)
        {
            at -= 2;
        }

        return at;
    }

    private static void Rightwards(IReadOnlyList<Chunk> chunks, int noun, int verb, List<int> members)
    {
        var limit = verb > noun ? verb : chunks.Count;
        var described = chunks[noun].Head is null;
        var j = noun + 1;
        var listed = 0;
        while (j < limit)
        {
            if (chunks[j].Kind == ChunkKind.Except)
            {
                return;
            }

            if (chunks[j].Kind == ChunkKind.Preposition && j + 1 < limit && chunks[j + 1].Kind == ChunkKind.Noun)
            {
                // "the websites of X and Y": Y stands beside X.
                if (described && chunks[j].Lexeme.Is(WordClass.Owning) && j + 3 < limit && chunks[j + 2].Kind == ChunkKind.And && chunks[j + 1].Head is { Kind: NounKind.Organization or NounKind.Law } inner && chunks[j + 3].Head is { } beside && beside.Kind == inner.Kind)
                {
                    return;
                }

                j += 2;

                // "a friend of X and Y", "for the murder of X and Y": both stand behind the preposition.
                while (described && listed == 0 && j + 1 < limit && chunks[j].Kind == ChunkKind.And && IsPerson(chunks[j - 1]) && chunks[j + 1].Head is { Kind: NounKind.Person })
                {
                    j += 2;
                }

                continue;
            }

            var k = j;
            while (k < limit && chunks[k].Kind is ChunkKind.Comma or ChunkKind.And or ChunkKind.Including or ChunkKind.Open or ChunkKind.Close)
            {
                k++;
            }

            // "a X y a Y": each with the preposition of the first.
            if (k > j && k + 1 < limit && chunks[k].Kind == ChunkKind.Preposition && noun > 0 && chunks[noun - 1].Kind == ChunkKind.Preposition && chunks[k].Lexeme == chunks[noun - 1].Lexeme && chunks[k - 1].Kind == ChunkKind.And)
            {
                k++;
            }

            if (k == j || k >= limit || chunks[k].Kind != ChunkKind.Noun)
            {
                return;
            }

            // "members of X and Y who": an organization beside X is none of the people.
            if (j > noun + 1 && chunks[j - 2].Kind == ChunkKind.Preposition && chunks[noun] is { Head: null, HeadNoun.Kind: NounKind.Person } && chunks[k].Head is { Kind: NounKind.Organization })
            {
                return;
            }

            var including = false;
            for (var x = j; x < k; x++)
            {
                including |= chunks[x].Kind == ChunkKind.Including;
            }

            var and = chunks[k - 1].Kind == ChunkKind.And || (chunks[k - 1].Kind == ChunkKind.Preposition && chunks[k - 2].Kind == ChunkKind.And);
            if (BeginsClause(chunks, k, verb, including) || IsOwnLength(chunks, noun, k))
            {
                return;
            }

            var name = chunks[k].Head is not null;
            if (including || (name && (described || listed > 0 || and || EndsInAnd(chunks, k, limit))) || (and && chunks[k].Head is null))
            {
                members.Add(k);
                listed++;
                j = k + 1;
                continue;
            }

            if (name && !described)
            {
                return;
            }

            j = k + 1;
        }
    }

    /// <summary>"A, B and C": the list goes on to an "and".</summary>
    private static bool EndsInAnd(IReadOnlyList<Chunk> chunks, int at, int limit)
    {
        for (var j = at + 1; j < limit; j++)
        {
            if (chunks[j].Kind == ChunkKind.And)
            {
                return j + 1 < limit && (chunks[j + 1].Kind == ChunkKind.Noun || (j + 2 < limit && chunks[j + 1].Kind == ChunkKind.Adverb && chunks[j + 2].Kind == ChunkKind.Noun));
            }

            if (chunks[j].Kind is not (ChunkKind.Comma or ChunkKind.Noun))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"A to four years and B to three": what is said of B leaves its verb out.</summary>
    private static bool IsOwnLength(IReadOnlyList<Chunk> chunks, int noun, int next) =>
        next + 2 < chunks.Count && chunks[noun + 1].Kind == ChunkKind.Preposition && chunks[next + 1].Kind == ChunkKind.Preposition && chunks[noun + 1].Lexeme == chunks[next + 1].Lexeme
        && chunks[noun + 2] is { Head: null, Count: > 0 } && chunks[next + 2] is { Head: null, Count: > 0 };

    private static bool BeginsClause(IReadOnlyList<Chunk> chunks, int noun, int verb, bool including)
    {
        if (verb > noun || including)
        {
            return false;
        }

        var j = noun + 1;
        while (j < chunks.Count && chunks[j].Kind is ChunkKind.Adverb or ChunkKind.Time)
        {
            j++;
        }

        return j < chunks.Count && chunks[j].Kind == ChunkKind.Verb && (chunks[j].HasAuxiliary || (chunks[j].Forms & (VerbForm.Gerund | VerbForm.Passive)) == 0);
    }
}
