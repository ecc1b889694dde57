using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Roles;

/// <summary>What stands beside the clause and lends it nothing: brackets, participles between commas.</summary>
internal sealed partial class Grammar
{
    /// <summary>"under the Press Act adopted in May", "under the Press Act, amended in May,": what the participle is about, or -1.</summary>
    private int GovernedName(int verb)
    {
        var name = verb > 1 && chunks[verb - 1].Kind == ChunkKind.Comma ? verb - 2 : verb - 1;
        return IsPlainParticiple(verb) && name > 0 && chunks[name] is { Kind: ChunkKind.Noun, Head.Kind: NounKind.Law or NounKind.Organization } && chunks[name - 1].Kind == ChunkKind.Preposition
            && (name == 1 || (chunks[name - 2].Kind is ChunkKind.Verb or ChunkKind.Time && name == verb - 1))
            && (verb + 1 == chunks.Count || chunks[verb + 1].Kind is ChunkKind.Time or ChunkKind.Preposition or ChunkKind.Comma or ChunkKind.Adverb) ? name : -1;
    }

    /// <summary>"X (arrested on 3 May) was freed", "the bill, tabled last May, passed": that time is not the main verb's.</summary>
    public bool IsAside(int at, int verb)
    {
        if (!IsPlain || at > verb)
        {
            return false;
        }

        for (var j = at; j >= 0 && chunks[j].Kind is not ChunkKind.Close; j--)
        {
            if (chunks[j].Kind == ChunkKind.Open)
            {
                return Enumerable.Range(at, verb - at).Any(k => chunks[k].Kind == ChunkKind.Close);
            }
        }

        return VerbBefore(at) is >= 0 and var participle && IsAppositive(participle) && Enumerable.Range(at, verb - at).Any(k => chunks[k].Kind == ChunkKind.Comma);
    }
}
