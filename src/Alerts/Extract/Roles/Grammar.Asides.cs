using Alerts.Extract.Chunks;

namespace Alerts.Extract.Roles;

/// <summary>What stands beside the clause and lends it nothing: brackets, participles between commas.</summary>
internal sealed partial class Grammar
{
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
