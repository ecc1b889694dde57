using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>What an international body's act is about: it takes up a case in many words ("found that the detention of X had no basis"), so the case may stand anywhere behind the verb.</summary>
internal static class Concern
{
    /// <summary>The subject, or behind "by" of a passive, is one of the pack's bodies.</summary>
    public static bool IsByBody(LanguagePack pack, Passage passage, Grammar grammar, int verb)
    {
        var chunks = grammar.Chunks;
        if (!chunks[verb].HasBe && grammar.SubjectOf(verb) is >= 0 and var subject && (IsBody(pack, passage, chunks[subject]) || (pack.HeadFirst && EndsBody(pack, passage, chunks, subject))))
        {
            return true;
        }

        for (var j = verb + 1; grammar.IsPassive(verb) && j + 1 < chunks.Count && j < grammar.ClauseEnd(verb); j++)
        {
            if (chunks[j].Kind == ChunkKind.Preposition && chunks[j + 1].Kind == ChunkKind.Noun && IsBody(pack, passage, chunks[j + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"La Cour africaine des droits de l'homme et des peuples": the name ends here.</summary>
    private static bool EndsBody(LanguagePack pack, Passage passage, IReadOnlyList<Chunk> chunks, int last)
    {
        for (var j = last - 1; j >= 0 && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.And; j--)
        {
            if (chunks[j].Kind == ChunkKind.Noun && IsBody(pack, passage, chunks[j]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A body's name begins in this group: "The UN Working Group" on Arbitrary Detention.</summary>
    public static bool IsBody(LanguagePack pack, Passage passage, Chunk group)
    {
        for (var i = group.First; i < group.End; i++)
        {
            if (pack.Bodies.At(passage.Tokens, i, passage.Tokens.Count).Meaning is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The watched names of the sentence; where it has none, the pronouns behind the verb.</summary>
    public static List<(int Chunk, string How, bool Owner)> Places(IReadOnlyList<Chunk> chunks, Grammar grammar, int verb)
    {
        var subject = grammar.SubjectOf(verb);
        var named = new List<(int, string, bool)>();
        var meant = new List<(int, string, bool)>();
        for (var j = 0; j < chunks.Count; j++)
        {
            var chunk = chunks[j];
            if (chunk.Kind == ChunkKind.Break)
            {
                if (j > verb)
                {
                    break;
                }

                named.Clear();
            }
            else if (chunk.Kind == ChunkKind.Noun && j != subject)
            {
                if (chunk.Head?.Case is not null)
                {
                    named.Add((j, "concerned", false));
                }
                else if (chunk.OwnerName?.Case is not null)
                {
                    named.Add((j, "concerned", true));
                }
                else if (j > verb && meant.Count == 0 && (chunk.OwnerWord is not null || (chunk.Head is null && chunk.Pronoun is not null)))
                {
                    meant.Add((j, "concerned", chunk.OwnerWord is not null));
                }
            }
        }

        return named.Count > 0 ? named : meant;
    }
}
