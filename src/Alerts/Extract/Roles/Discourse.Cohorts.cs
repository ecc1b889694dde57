using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Mentions;

namespace Alerts.Extract.Roles;

/// <summary>People named together once ("four journalists: A, B, C and D") and meant together later ("the four", "the journalists"); also a case that is several people by its name ("the Larnaca Five").</summary>
internal sealed partial class Discourse
{
    private const int CohortReach = 12;

    private readonly List<Cohort> cohorts = [];

    private sealed class Cohort(IReadOnlyList<Case?> members, int count, Noun? noun)
    {
        public IReadOnlyList<Case?> Members { get; } = members;

        public int Count { get; } = count;

        public Noun? Noun { get; } = noun;

        public int Named { get; init; }

        /// <summary>The sentence that meant them last.</summary>
        public int Meant { get; set; }
    }

    /// <summary>Is it an organization by its kind and several people by its name: "the Larnaca Five", "the Larnaca teachers"?</summary>
    public bool IsPeople(Case known) => PeopleOf(known).Count > 0;

    /// <summary>Takes in the lists of names of a sentence.</summary>
    public void NoteCohorts(IReadOnlyList<Chunk> chunks)
    {
        if (!pack.IsPlain)
        {
            return;
        }

        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Head is { Case: { } one } && IsPeople(one))
            {
                PeopleOf(one).ForEach(p => Keep([one], p.Count, p.Noun));
            }
            else if (chunks[i].Head is { Kind: NounKind.Person } && Groups.Around(chunks, i, NextVerb(i)).FindAll(m => chunks[m].Head is { Kind: NounKind.Person }) is { Count: > 1 } list)
            {
                var of = i > 1 && chunks[i - 1].Kind is ChunkKind.Comma or ChunkKind.Including or ChunkKind.Break && chunks[i - 2] is { Kind: ChunkKind.Noun, Head: null } ? chunks[i - 2] : chunks[i];
                Keep([.. list.Select(m => chunks[m].Head!.Case)], Math.Max(of.Count, list.Count), of.Features.HasFlag(Feature.Pl) || of == chunks[i] ? of.HeadNoun : null);
                i = list.Max();
            }
            else if (chunks[i] is { Kind: ChunkKind.Noun, Head: null, Count: > 1, HeadNoun: { Kind: NounKind.Person } noun } && Including(i) is { Kind: NounKind.Person } sole)
            {
                Keep([sole.Case], chunks[i].Count, noun);
            }
        }

        int NextVerb(int at) => Enumerable.Range(at, chunks.Count - at).FirstOrDefault(k => chunks[k].Kind == ChunkKind.Verb, -1);

        // "five activists, including X": one of them.
        Mention? Including(int group) => (chunks.ElementAtOrDefault(group + 1)?.Kind == ChunkKind.Comma ? group + 2 : group + 1) is var joint && joint + 1 < chunks.Count && chunks[joint].Kind == ChunkKind.Including ? chunks[joint + 1].Head : null;

        void Keep(IReadOnlyList<Case?> members, int count, Noun? noun)
        {
            if (members.Any(m => m is not null))
            {
                cohorts.RemoveAll(c => c.Members.SequenceEqual(members) && c.Count == count && (noun is null || c.Noun == noun));
                cohorts.Add(new Cohort(members, count, noun) { Named = sentence, Meant = sentence });
            }
        }
    }

    /// <summary>"The four", "the four journalists": the ones named together last that were as many.</summary>
    private IReadOnlyList<Referent> Cohorted(int count) => Meant(cohorts.FindLast(c => c.Count == count && sentence > c.Named));

    /// <summary>"The journalists": the ones last named together as such.</summary>
    private IReadOnlyList<Referent> Cohorted(Noun noun) => Meant(cohorts.FindLast(c => c.Noun == noun && sentence > c.Named && sentence - c.Meant <= CohortReach));

    private IReadOnlyList<Referent> Meant(Cohort? cohort)
    {
        if (cohort is null)
        {
            return [];
        }

        cohort.Meant = sentence;
        return [.. cohort.Members.OfType<Case>().Select(c => new Referent(c, 0.82, "description", 0, c.Id))];
    }

    /// <summary>What the names of a case say it is: how many, what sort of people.</summary>
    private List<(int Count, Noun? Noun)> PeopleOf(Case known)
    {
        var found = new List<(int, Noun?)>();
        foreach (var name in known.Kind == CaseKind.Organization ? known.Aliases.Prepend(known.Name).Where(n => n.Contains(' ', StringComparison.Ordinal)) : [])
        {
            var word = pack.Lexicon.Find(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());
            if (word.Is(WordClass.NumberWord) ? word.Value >= 2 : word.Noun is { Kind: NounKind.Person } && word.Features.HasFlag(Feature.Pl) && !word.Features.HasFlag(Feature.Sg))
            {
                found.Add(((int)Math.Max(word.Value, 0), word.Noun));
            }
        }

        return found;
    }
}
