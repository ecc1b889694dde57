using Alerts.Cases;
using Alerts.Extract.Attributes;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Time;
using Alerts.Extract.Triggers;

namespace Alerts.Extract;

/// <summary>Events that a noun tells: "after the arrest of X", "Arrest: 3 May".</summary>
internal sealed partial class SentenceReader
{
    private void Noun(int at, Noun noun)
    {
        foreach (var trigger in noun.Triggers)
        {
            if (trigger.Role == CaseRole.Label)
            {
                if (IsLabel(at) && Labelled(at, trigger))
                {
                    return;
                }

                continue;
            }

            var member = trigger.Role == CaseRole.Member;
            var end = chunks[Math.Min(grammar.ClauseEnd(at), chunks.Count) - 1].End;
            if (trigger.With.Count > 0 && !trigger.With.AnyWithin(passage.Tokens, chunks[member ? Math.Max(at - 1, 0) : at].First, end))
            {
                continue;
            }

            var frame = new Frame(pack, passage, chunks, grammar, at, false, trigger);
            var places = member ? frame.MembersBehind(at) : frame.OwnersOf(at);
            if (places.Count == 0 || (trigger.NeedsTerm && TermReader.First(passage.Tokens, chunks[at].First, end) is null) || IsSaidByVerb(at, noun) || trigger.Unless.AnyWithin(passage.Tokens, sentence.First, end))
            {
                continue;
            }

            var reason = objection ?? (member ? null : NounObjection(at, trigger));
            foreach (var (place, _, owner) in places)
            {
                foreach (var kind in EventKinds.Of(trigger))
                {
                    foreach (var referent in owner ? Owner(place, kind) : discourse.Resolve(chunks[place], place, kind))
                    {
                        Add(trigger, at, referent, "owner", reason, kind, (end, end));
                    }
                }
            }

            return;
        }
    }

    /// <summary>"affirmed the conviction", "the trial was adjourned": what happened to it is for its verb to tell.</summary>
    private bool IsSaidByVerb(int at, Noun noun)
    {
        if (!pack.IsPlain)
        {
            return false;
        }

        return Asks(at > 0 && chunks[at - 1].Kind == ChunkKind.Verb ? at - 1 : -1) || Asks(Enumerable.Range(at + 1, chunks.Count - at - 1).FirstOrDefault(k => chunks[k].Kind == ChunkKind.Verb && grammar.SubjectOf(k) == at, -1));

        bool Asks(int verb) => verb >= 0 && chunks[verb].Verb is { } governing && governing.Triggers.Any(t => t.Object.Contains(noun.Lemma));
    }

    /// <summary>A noun at the front of a line with a colon behind it.</summary>
    private bool IsLabel(int at) => at == 0 && chunks.Count > 2 && IsColon(1);

    private bool IsColon(int at) => chunks[at].Kind == ChunkKind.Break && passage.Tokens[chunks[at].First].IsMark(':');

    private bool Labelled(int at, Trigger trigger)
    {
        var end = chunks[^1].End;
        var time = chunks.Select((c, i) => (c, i)).FirstOrDefault(p => p.c.Kind == ChunkKind.Time).i;
        if (time == 0 || objection is not null || (trigger.With.Count > 0 && !trigger.With.AnyWithin(passage.Tokens, sentence.First, end)) || trigger.Unless.AnyWithin(passage.Tokens, sentence.First, end)
            || (trigger.NeedsTerm && TermReader.First(passage.Tokens, chunks[2].First, end) is null))
        {
            return false;
        }

        foreach (var referent in discourse.Recorded(EventKinds.Of(trigger)[0]))
        {
            if (referent.Case is { } known)
            {
                Add(trigger, at, referent, "context", known, passage.Text[passage.Tokens[chunks[at].First].Start..passage.Tokens[chunks[at].End - 1].End], timeline.Resolve(chunks[time].Time, new Scene(null, trigger.MayLieAhead)), (end, end));
                return true;
            }
        }

        return false;
    }

    /// <summary>A noun tells of an event only where something vouches that it took place: a date of its own, "after", a verb that takes it for granted.</summary>
    private string? NounObjection(int at, Trigger trigger)
    {
        if (actuality.CueBefore(chunks[grammar.ClauseStart(at)].First, chunks[at].First, chunks[at].End) is { } cue)
        {
            return cue;
        }

        var before = at - 1;
        while (before >= 0 && ((chunks[before].Kind is ChunkKind.Adverb && !chunks[before].Lexeme.Is(WordClass.After)) || (pack.HeadFirst && before > 0 && chunks[before].Lexeme.Is(WordClass.Owning) && chunks[before - 1].Lexeme.Is(WordClass.After))))
        {
            before--;
        }

        var governor = grammar.VerbBefore(at);
        if (governor >= 0 && (actuality.Objection(governor, true) ?? (pack.MarksCase ? actuality.ObjectionToObject(governor) : null)) is { } governed)
        {
            return governed;
        }

        if (governor >= 0 && pack.IsPlain && grammar.ObjectOf(governor) == at && (chunks[governor].Verb!.Classes & VerbClass.Order) != 0 && Unfulfilled(trigger, governor) is { } ordered)
        {
            return ordered;
        }

        if (governor >= 0 && actuality.IsBodysOrder(governor))
        {
            return "demand";
        }

        var after = before >= 0 && chunks[before].Kind is ChunkKind.Preposition or ChunkKind.Subordinator or ChunkKind.Adverb && chunks[before].Lexeme.Is(WordClass.After);

        // "After his release, X will have to ...": it lies ahead.
        if (grammar.IsPlain && after && before == 0 && !clock.HasOwn(at) && chunks.FirstOrDefault(c => c.Kind == ChunkKind.Verb) is { } main && (main.Modal & (WordClass.Future | WordClass.Chance | WordClass.Duty)) != 0)
        {
            return "plan";
        }

        if (!after && grammar.ClauseStart(at) == governor + 1 && actuality.Unreal(governor) is { } unreal)
        {
            return unreal;
        }

        if (!pack.MarksCase && !after && governor >= 0 && ((governor == before && !IsJudged(at)) || (before == governor + 1 && chunks[before].Lexeme.Is(WordClass.ForReason))) && !grammar.IsPassive(governor)
            && actuality.ObjectionToObject(governor) is { } wished && (chunks[governor].Verb!.Classes & VerbClass.Report) == 0)
        {
            return wished;
        }

        var factive = governor >= 0 && chunks[governor].Verb is { } vouching && (vouching.Classes & VerbClass.Factive) != 0 && (vouching.Classes & VerbClass.Demand) == 0;
        return trigger.State || after || factive || clock.HasOwn(at) || IsHeadline(trigger, at) ? null : "background";
    }

    /// <summary>"Arrestation du journaliste X": a title that is this noun and no more. A release may be what it calls for.</summary>
    private bool IsHeadline(Trigger trigger, int at) =>
        pack.HeadFirst && passage.IsHeading && at == 0 && trigger.Type != CaseEventType.Released && chunks.All(c => c.Kind is ChunkKind.Noun or ChunkKind.Preposition or ChunkKind.And or ChunkKind.Comma);

    /// <summary>"called the arrest of X a disgrace": no call for it.</summary>
    private bool IsJudged(int at)
    {
        var next = at + 1;
        while (next + 1 < chunks.Count && chunks[next].Kind == ChunkKind.Preposition && chunks[next + 1].Kind == ChunkKind.Noun)
        {
            next += 2;
        }

        return next < chunks.Count && chunks[next].Kind == ChunkKind.Noun;
    }
}
