using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;

namespace Alerts.Extract;

/// <summary>What a sentence tells of its people before any event: who is its subject, who stands together, whose gender it shows.</summary>
internal sealed partial class SentenceReader
{
    private void Note()
    {
        var subjects = new HashSet<int>();
        var actors = new HashSet<int>();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Kind == ChunkKind.Verb && (chunks[i].Forms & VerbForm.Gerund) == 0 && grammar.SubjectOf(i) is >= 0 and var subject
                && !(chunks[subject] is { Head: null, Pronoun: null } && chunks[i].Verb is { } verb && (verb.Classes & VerbClass.Report) != 0))
            {
                subjects.Add(subject);
                if (!grammar.IsPlain || (chunks[i].Verb is { Triggers.Count: > 0 } && chunks[Math.Max(grammar.ClauseStart(i) - 1, 0)].Kind is not (ChunkKind.Subordinator or ChunkKind.Relative)))
                {
                    actors.Add(subject);
                }

                if (pack.HeadFirst && chunks[i].HasBe && (chunks[i].Forms & VerbForm.Passive) != 0 && chunks[subject].Head?.Case is { } named)
                {
                    discourse.Learn(named, chunks[i].Lexeme.Features);
                }
            }
        }

        // "X — журналист": who is described is the subject of a sentence without a verb.
        if (pack.MarksCase && chunks.Count > 2 && chunks[0].Head is { Kind: NounKind.Person } && chunks[1].Kind == ChunkKind.Comma && passage.Tokens[chunks[1].First].IsMark('—') && chunks[2].Kind == ChunkKind.Noun)
        {
            subjects.Add(0);
        }

        foreach (var i in pack.MarksCase || grammar.IsPlain ? subjects.ToArray() : [])
        {
            // "Her colleague, X, was": X is the subject.
            if (grammar.ApposedTo(i) is >= 0 and var named)
            {
                subjects.Remove(i);
                subjects.Add(named);
            }
        }

        discourse.NoteCohorts(chunks);
        var shared = grammar.IsPlain ? Shared() : [];
        subjects.UnionWith(shared);
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Kind == ChunkKind.Noun)
            {
                discourse.Note(chunks[i], i, subjects.Contains(i), actors.Contains(i), i > 1 && chunks[i - 1].Kind == ChunkKind.Comma && chunks[i - 2].Head is not null,
                    i > 0 && chunks[i - 1].Kind == ChunkKind.Preposition && chunks[i - 1].Lexeme.Is(WordClass.Owning), shared.Contains(i), ShownGender(i));
            }
        }
    }

    /// <summary>Persons named together as the subject of one verb.</summary>
    private HashSet<int> Shared()
    {
        var shared = new HashSet<int>();
        for (var i = 0; i < chunks.Count; i++)
        {
            if (chunks[i].Kind == ChunkKind.Verb && grammar.IsFinite(i) && grammar.SubjectOf(i) is >= 0 and var subject && subject < i && chunks[subject].Head is { Kind: NounKind.Person }
                && Groups.Around(chunks, subject, i).FindAll(m => chunks[m].Head is { Kind: NounKind.Person }) is { Count: > 1 } persons)
            {
                shared.UnionWith(persons);
            }
        }

        return shared;
    }

    /// <summary>"Ms X", "his sister X", "his sister, the painter X,".</summary>
    private Feature ShownGender(int at)
    {
        if (chunks[at].Head is not { Kind: NounKind.Person } name)
        {
            return Feature.None;
        }

        var shown = Shown(chunks[at].First, name.First);
        return shown == Feature.None && grammar.IsTitled(at) ? Shown(chunks[at - 2].First, chunks[at - 2].End) : shown;

        Feature Shown(int first, int end)
        {
            var features = Feature.None;
            for (var i = first; i < end; i++)
            {
                var word = passage.Tokens[i].Lexeme;
                features |= passage.Tokens[i].Possessive ? Feature.None : word.Shows | (!pack.IsPlain || word.Noun is null ? Feature.None : word.Features & (Feature.M | Feature.F));
            }

            return features;
        }
    }
}
