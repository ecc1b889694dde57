using Alerts.Cases;
using Alerts.Extract.Attributes;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;
using Alerts.Extract.Time;
using Alerts.Extract.Triggers;

namespace Alerts.Extract;

/// <summary>One verb told of several, each with a share of their own; several told of, and named a sentence later.</summary>
internal sealed partial class SentenceReader
{
    /// <summary>"Among them were A and B", "They include A and B": what the sentence before told of a group.</summary>
    private void Members()
    {
        if (!grammar.IsPlain || objection is not null || chunks.Count < 3 || discourse.Unnamed is not { } told || chunks[1].Kind != ChunkKind.Verb || actuality.Objection(1, false) is not null
            || !(chunks[0].Kind == ChunkKind.Including ? grammar.IsCopula(1) : chunks[0] is { Kind: ChunkKind.Noun, Head: null } group && group.Features.HasFlag(Feature.Pl) && (group.Pronoun is not null || group.IsDefinite) && grammar.IsInclude(1)))
        {
            return;
        }

        foreach (var member in Groups.Around(chunks, 2, -1).FindAll(m => chunks[m].Head is { Kind: NounKind.Person }))
        {
            foreach (var referent in discourse.Resolve(chunks[member], member, NounKind.Person))
            {
                if (referent.Case is { } known && told.Trigger.Allows(known.Kind) && !findings.Exists(f => f.Case == known && f.Type == told.Trigger.Type))
                {
                    var words = passage.Text[passage.Tokens[chunks[0].First].Start..passage.Tokens[chunks[1].End - 1].End];
                    Add(told.Trigger, 1, referent, "context", known, words, told.Time, (chunks[1].End, chunks[1].End));
                }
            }
        }
    }

    /// <summary>"Twelve people", "several journalists".</summary>
    private bool IsUnnamed(int place) => chunks[place] is { Kind: ChunkKind.Noun, Head: null, Pronoun: null, OwnerName: null, HeadNoun: null or { Kind: NounKind.Person } } group && (group.IsCounted || group.Features.HasFlag(Feature.Pl));

    /// <summary>"Five members of the Larnaca Five": what happens to them happens to it.</summary>
    private bool IsMembers(int place) => grammar.IsPlain && place + 2 < chunks.Count && chunks[place] is { Head: null, HeadNoun: null or { Kind: NounKind.Person, IsRelation: false }, IsCounted: true }
        && chunks[place + 1].Lexeme.Is(WordClass.Owning) && chunks[place + 2].Kind == ChunkKind.Noun;

    /// <summary>"The two journalists and their driver": one more than the number says.</summary>
    private bool IsJoined(int place) => grammar.IsPlain && place + 2 < chunks.Count && chunks[place] is { Count: > 1, Head: null } && chunks[place + 1].Kind == ChunkKind.And
        && chunks[place + 2] is { Kind: ChunkKind.Noun, Head: null, HeadNoun: null or { Kind: NounKind.Person }, OwnerWord: { } owner } one && owner.Features.HasFlag(Feature.Pl) && !one.IsCounted && !one.Features.HasFlag(Feature.Pl);

    /// <summary>"five, four and two years respectively": the lengths by the chunk of whom they are told, if there are as many.</summary>
    private Dictionary<int, Term> Shares(List<(int Chunk, string How, bool Owner)> places, int at)
    {
        var named = places.Select(p => p.Chunk).Where(p => chunks[p].Head is not null).Distinct().Order().ToList();
        return grammar.IsPlain && named.Count > 1 && passage.Tokens.GetRange(sentence.First, sentence.Count).Exists(t => t.Is(WordClass.Respectively))
            && TermReader.Series(passage.Tokens, chunks[at].First, sentence.End) is var lengths && lengths.Count == named.Count
            ? named.Zip(lengths).ToDictionary(p => p.First, p => p.Second) : [];
    }

    private void Add(Trigger trigger, int at, Referent referent, NounKind kind, Remnant rest)
    {
        if (referent.Case is { } known && known.Kind == (CaseKind)((int)kind - 1) && trigger.Allows(known.Kind) && !findings.Exists(f => f.Case.Id == known.Id && f.At == at))
        {
            var times = rest.Time >= 0 ? [timeline.Resolve(chunks[rest.Time].Time, new Scene(null, trigger.MayLieAhead))] : clock.Of(at, trigger.MayLieAhead);
            Add(trigger, at, referent, "gapped", known, passage.Text[passage.Tokens[chunks[rest.Noun].First].Start..passage.Tokens[rest.End - 1].End], times[0], (rest.End, rest.End));
            findings[^1] = findings[^1] with { Term = rest.Time < 0 ? Length(at, rest)?.ToString() : null };
        }
    }

    /// <summary>"and B to three": years, as for A.</summary>
    private Term? Length(int at, Remnant rest) =>
        TermReader.First(passage.Tokens, rest.First, rest.End)?.Term
        ?? (TermReader.First(passage.Tokens, chunks[at].First, rest.First) is { } like ? TermReader.Bare(passage.Tokens, rest.First, rest.End, like.Term) : null);
}
