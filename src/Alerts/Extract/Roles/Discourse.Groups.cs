using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Time;
using Alerts.Extract.Triggers;

namespace Alerts.Extract.Roles;

/// <summary>Several who are meant at once: "both", "they", "the three men", "the journalists".</summary>
internal sealed partial class Discourse
{
    private (int Sentence, Trigger Trigger, EventTime Time)? unnamed;
    private (int Sentence, int At) crowd = (-1, 0);

    /// <summary>The two or more persons named together last.</summary>
    private IReadOnlyList<Referent> Pair(int at, NounKind kind)
    {
        for (var back = 0; back <= 2; back++)
        {
            var here = seen.FindAll(s => s.Sentence == sentence - back && (back > 0 || s.At < at) && s.Kind == kind).DistinctBy(s => s.Key).ToList();
            if (here.Count >= 2)
            {
                var last = here.TakeLast(2).ToList();
                var subjects = here.FindAll(s => s.IsSubject);
                return [.. (subjects.Count == 2 ? subjects : last).Select(s => new Referent(s.Case, here.Count == 2 || subjects.Count == 2 ? 0.9 : 0.75, "pronoun", back, s.Key))];
            }
        }

        return [];
    }

    private IReadOnlyList<Referent> Several(int at, NounKind kind)
    {
        for (var back = 0; back <= 1; back++)
        {
            var here = seen.FindAll(s => s.Sentence == sentence - back && (back > 0 || s.At < at) && s.Kind == kind).DistinctBy(s => s.Key).ToList();
            if (here.FindAll(s => s.IsShared) is { Count: >= 2 } subjects)
            {
                here = subjects;
            }

            if (here.Count >= 2)
            {
                return [.. here.Select(s => new Referent(s.Case, here.Count == 2 ? 0.85 : 0.6, "pronoun", back, s.Key))];
            }

            // "The Larnaca Five appealed. They were freed": one name of several people.
            if (kind == NounKind.Person && here.Count == 0 && seen.FindLast(s => s.Sentence == sentence - back && s.Case is not null && IsPeople(s.Case)) is { Case: { } people })
            {
                return [new Referent(people, 0.85, "pronoun", back)];
            }

            if (here.Count == 1 || (crowd.Sentence == sentence - back && (back > 0 || crowd.At < at)))
            {
                return [];
            }
        }

        return [];
    }

    /// <summary>"They" of the next sentence go on with whom this subject means.</summary>
    private void NoteShared(IReadOnlyList<Referent> several, int at)
    {
        foreach (var one in several.Where(r => r.Key is not null || r.Case is not null))
        {
            seen.Add(new Seen(sentence, at, one.Case, one.Case?.Id ?? one.Key!, NounKind.Person, Feature.None, true, false, true));
        }
    }

    /// <summary>"Este último", "celui-ci": the one named last, subject or not.</summary>
    private IReadOnlyList<Referent> Latter(int at, NounKind kind, Feature gender)
    {
        var one = seen.FindLast(s => s.Sentence >= sentence - 1 && (s.Sentence < sentence || s.At < at) && s.Kind == kind && Fits(s, gender));
        return one.Key is null ? [] : [new Referent(one.Case, 0.88, "description")];
    }

    /// <summary>"The journalists": the two or more of whom the same event was just told, and nobody besides.</summary>
    private IReadOnlyList<Referent> Together(NounKind kind)
    {
        var told = events.FindAll(e => e.Sentence >= sentence - 2 && e.Sentence < sentence && e.Case.Kind == (CaseKind)(kind - 1));
        var last = told.FindAll(e => e.Sentence == told[^1].Sentence).DistinctBy(e => e.Case.Id).ToList();
        return last.Count >= 2 && seen.FindAll(s => s.Sentence == last[0].Sentence && s.Kind == kind && !s.Key.StartsWith('?')).DistinctBy(s => s.Key).Count() == last.Count
            ? [.. last.Select(e => new Referent(e.Case, 0.8, "description", 0, e.Case.Id))] : [];
    }

    /// <summary>"Protesters" whom nobody named: "they" of the next sentence may be them.</summary>
    private void NoteCrowd(Chunk group, int at)
    {
        if (group is { Pronoun: null, HeadNoun: { Kind: NounKind.Person, IsRelation: false } } && (group.IsCounted || group.Features.HasFlag(Feature.Pl)) && Resolve(group, at, NounKind.Person).Count == 0)
        {
            crowd = (sentence, at);
        }
    }

    /// <summary>An event of several without names, for the next sentence to name them: "Twelve people were held. Among them were ...".</summary>
    public void NoteUnnamed(Trigger trigger, EventTime time) => unnamed = unnamed is { } first && first.Sentence == sentence ? unnamed : (sentence, trigger, time);

    public (Trigger Trigger, EventTime Time)? Unnamed => unnamed is { } told && told.Sentence == sentence - 1 ? (told.Trigger, told.Time) : null;

    /// <summary>"The women" are none of them if one is known to be a man.</summary>
    private IReadOnlyList<Referent> Agreeing(IReadOnlyList<Referent> several, Chunk group) =>
        pack.IsPlain && several.Any(r => r.Case is { } known && !FitsGender(known, ShownBy(group))) ? [] : several;

    /// <summary>"The three": all who were named in one sentence, or in the last ones together, if they are that many.</summary>
    private IReadOnlyList<Referent> Counted(int count, int at, NounKind kind)
    {
        var near = seen.FindAll(s => s.Sentence >= sentence - Reach && (s.Sentence < sentence || s.At < at) && s.Kind == kind && !s.Key.StartsWith('?'));
        for (var back = 0; back <= Reach && !pack.HeadFirst; back++)
        {
            if (near.FindAll(s => s.Sentence == sentence - back).DistinctBy(s => s.Key).ToList() is { Count: >= 2 } here)
            {
                return here.Count == count ? [.. here.Select(s => new Referent(s.Case, 0.87, "pronoun", back, s.Key))] : All();
            }
        }

        return All();

        // Two who happen to be named nearby are no pair where another was named together.
        IReadOnlyList<Referent> All() => kind == NounKind.Person && Cohorted(count) is { Count: > 0 } cohort ? cohort : near.DistinctBy(s => s.Key).ToList() is var all && all.Count == count ? [.. all.Select(s => new Referent(s.Case, 0.85, "pronoun", 0, s.Key))] : [];
    }
}
