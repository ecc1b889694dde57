using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Actuality;

/// <summary>What bills and decisions say: true once they are passed, or taken by whoever has the say.</summary>
internal sealed partial class ActualityJudge
{
    /// <summary>"The decision to dissolve X", "decided to dissolve X", where nothing undid it.</summary>
    /// <param name="verb">The infinitive.</param>
    /// <param name="undone">The trigger asks itself what was done with the decision: "reversed the decision to dissolve X".</param>
    public bool IsDecided(int verb, bool undone)
    {
        if (!grammar.IsPlain || verb < 1 || !chunks[verb].IsInfinitive || Cue(verb) is not null)
        {
            return false;
        }

        if (chunks[verb - 1] is { Kind: ChunkKind.Verb, Verb: { } deciding })
        {
            return (deciding.Classes & VerbClass.Decide) != 0 && Objection(verb - 1, false) is null;
        }

        if (chunks[verb - 1] is not { Kind: ChunkKind.Noun, Count: <= 1, Head: null, HeadNoun.IsDecision: true })
        {
            return false;
        }

        var before = grammar.VerbBefore(verb);
        var governor = before >= 0 && grammar.ObjectOf(before) == verb - 1 ? before
            : Enumerable.Range(verb + 1, chunks.Count - verb - 1).FirstOrDefault(k => chunks[k].Kind == ChunkKind.Verb && chunks[k].HasAuxiliary && grammar.SubjectOf(k) == verb - 1, -1);
        return governor >= 0 && (undone || (chunks[governor].Verb?.Classes & (VerbClass.Stand | VerbClass.Factive | VerbClass.Report)) is > 0) && Objection(governor, false) is null;
    }

    /// <summary>"A bill to ban X", "a decree to close Y".</summary>
    private bool IsOfLaw(int verb) => grammar.IsPlain && verb > 0 && chunks[verb - 1] is { Kind: ChunkKind.Noun, Head: null, HeadNoun.Kind: NounKind.Law };

    /// <summary>"A bill banning X", of which a verb tells that does not pass it.</summary>
    private bool IsOfDraft(int verb) => IsOfLaw(verb) && chunks[verb - 1].HeadNoun!.IsDraft;
}
