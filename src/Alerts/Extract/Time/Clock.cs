using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;

namespace Alerts.Extract.Time;

/// <summary>Which expression of time in a sentence belongs to a trigger.</summary>
internal sealed class Clock(Grammar grammar, TimeLine timeline)
{
    private const int Deepest = 4;

    private readonly IReadOnlyList<Chunk> chunks = grammar.Chunks;

    /// <summary>When it happened: one time, or several where the text lists them ("in April 2015 and July 2016").</summary>
    public IReadOnlyList<EventTime> Of(int at, bool mayLieAhead)
    {
        var time = mayLieAhead && Put(at) is >= 0 and var put ? put : Find(at, 0);
        if (time < 0 && chunks[at].Kind == ChunkKind.Verb)
        {
            if (Told(at) is { Date: not null } told)
            {
                return [told];
            }

            time = grammar.StandsApart(at) ? -1 : Fronted(at) is >= 0 and var fronted ? fronted : Sole(at) is >= 0 and var sole ? sole : grammar.SharesWith(at) is >= 0 and var shared ? Sole(shared) : -1;
        }

        if (time < 0 && timeline.Standing() is { Date: not null } standing)
        {
            return [standing];
        }

        if (time < 0)
        {
            return [chunks[at].Kind == ChunkKind.Verb && grammar.IsToldNow(at) ? timeline.Now() : default];
        }

        if (chunks[time].Time is { FromEvent: true } or { Unit: 'S' })
        {
            NoteBefore(time);
        }

        var ahead = mayLieAhead && (chunks[time].Lexeme.Is(WordClass.Until) || !grammar.IsToldAsPast(at));
        var times = new List<EventTime> { timeline.Resolve(chunks[time].Time, ahead, Before(time)) };
        while (time + 2 < chunks.Count && chunks[time + 1].Kind == ChunkKind.And && IsTime(time + 2) && !OpensClause(time + 2))
        {
            time += 2;
            times.Add(timeline.Resolve(chunks[time].Time, ahead, Before(time)));
        }

        return times;
    }

    /// <summary>"postponed until 20 March".</summary>
    private int Put(int at)
    {
        var end = grammar.ClauseEnd(at);
        for (var j = at + 1; j < end; j++)
        {
            if (chunks[j].Kind == ChunkKind.Time && chunks[j].Lexeme.Is(WordClass.Until))
            {
                return j;
            }
        }

        return -1;
    }

    /// <summary>"On 5 April a case was opened, a week later he was arrested": what the distance starts from.</summary>
    private void NoteBefore(int time)
    {
        for (var j = time - 1; j >= 0; j--)
        {
            if (IsTime(j) && chunks[j].Time is { FromEvent: false, Unit: not 'S' })
            {
                timeline.Note(timeline.Resolve(chunks[j].Time, false, Before(j)).Date);
                return;
            }
        }
    }

    /// <summary>"and in August was sentenced": a verb takes the time in front of it.</summary>
    private bool OpensClause(int time)
    {
        var j = time + 1;
        while (j < chunks.Count && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Adverb or ChunkKind.Time)
        {
            j++;
        }

        return j < chunks.Count && chunks[j].Kind == ChunkKind.Verb && grammar.IsFinite(j);
    }

    /// <summary>Has the noun a time of its own: "his arrest in 2008", "the March arrest"?</summary>
    public bool HasOwn(int noun) => Beside(noun) >= 0;

    /// <summary>What a sentence dates sets the scene for what follows.</summary>
    public void NoteScene()
    {
        if (chunks.Count > 0 && chunks.All(c => c.Kind is ChunkKind.Time or ChunkKind.Break or ChunkKind.Comma) && IsTime(0))
        {
            timeline.Stand(timeline.Resolve(chunks[0].Time, false, null));
        }

        for (var j = 0; j < chunks.Count; j++)
        {
            if (IsTime(j) && timeline.Resolve(chunks[j].Time, false, Before(j)).Date is { } date)
            {
                timeline.Note(date);
            }
        }
    }

    private int Find(int at, int depth)
    {
        if (depth > Deepest)
        {
            return -1;
        }

        if (chunks[at].Kind != ChunkKind.Verb)
        {
            // "March saw the passing of the law".
            return Beside(at) is >= 0 and var own ? own
                : at > 0 && chunks[at - 1].Kind == ChunkKind.Verb && chunks[at - 1].Verb is { } seen && (seen.Classes & VerbClass.Witness) != 0 ? Find(at - 1, depth + 1) : -1;
        }

        var end = grammar.ClauseEnd(at);
        if (end < chunks.Count && ((end == at + 1 && (chunks[end].IsInfinitive || grammar.IsPredicate(end))) || grammar.IsComplement(end)))
        {
            end = grammar.ClauseEnd(end);
        }

        var start = grammar.ClauseStart(at);
        if (start > 1 && chunks[start - 1].Kind == ChunkKind.Verb && (chunks[start - 1].Forms & VerbForm.Gerund) != 0 && chunks[start - 2].Kind == ChunkKind.Comma)
        {
            // "In May, having served his term, he left".
            start = grammar.ClauseStart(start - 1);
        }

        if (After(at, end) is >= 0 and var after && !(IsBehindJoint(at, after) && Enumerable.Range(start, at - start).Any(IsTime)))
        {
            return after;
        }

        // What stands between another verb and the joint behind it is that verb's.
        if (Opening(start) is >= 0 and var opening)
        {
            return opening;
        }

        if (start > 0 && chunks[start - 1].Kind == ChunkKind.Verb)
        {
            var joint = at - 1;
            while (joint >= start && chunks[joint].Kind is not (ChunkKind.Comma or ChunkKind.And or ChunkKind.But))
            {
                joint--;
            }

            start = Math.Max(start, joint);
        }

        for (var j = at - 1; j >= start && !grammar.StandsApart(at); j--)
        {
            if (IsTime(j) && !grammar.IsAside(j, at))
            {
                return j;
            }
        }

        if (grammar.SharesWith(at) is >= 0 and var shared)
        {
            return Find(shared, depth + 1);
        }

        // "was beaten and arrested on Monday".
        var next = end < chunks.Count && chunks[end].Kind == ChunkKind.And ? end + 1 : end;
        if (next < chunks.Count && chunks[next].Kind == ChunkKind.Verb && grammar.SharesWith(next) == at && !chunks[next].HasAuxiliary
            && After(next, grammar.ClauseEnd(next)) is >= 0 and var joined)
        {
            return joined;
        }

        if ((chunks[at].IsInfinitive ? grammar.VerbBefore(at) : grammar.OrderOf(at)) is >= 0 and var main)
        {
            return Find(main, depth + 1);
        }

        // "was arrested while he filmed the 14 August march".
        if (end < chunks.Count && chunks[end].Kind == ChunkKind.Subordinator && chunks[end].Lexeme.Is(WordClass.Meanwhile) && IsProgressive(end))
        {
            for (var j = end + 1; j < chunks.Count && chunks[j].Kind is not (ChunkKind.Comma or ChunkKind.Break or ChunkKind.Subordinator); j++)
            {
                if (IsTime(j))
                {
                    return j;
                }
            }
        }

        return -1;
    }

    /// <summary>A comma and a joint stand between: it may be the next verb's.</summary>
    private bool IsBehindJoint(int at, int time)
    {
        for (var j = at + 1; j < time - 1; j++)
        {
            if (chunks[j].Kind == ChunkKind.Comma && chunks[j + 1].Kind is ChunkKind.And or ChunkKind.But)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"since 9 November, when he was arrested".</summary>
    private int Opening(int start)
    {
        var before = start - 2 >= 0 && chunks[start - 1].Kind == ChunkKind.Subordinator && chunks[start - 1].Lexeme.Is(WordClass.Meanwhile) ? start - 2 : -1;
        before = before > 0 && chunks[before].Kind == ChunkKind.Comma ? before - 1 : before;
        return before >= 0 && IsTime(before) ? before : -1;
    }

    /// <summary>"was taking": what went on at the time.</summary>
    private bool IsProgressive(int joint)
    {
        for (var j = joint + 1; j < chunks.Count && j < joint + 4; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
            {
                return chunks[j].HasBe && (chunks[j].Forms & VerbForm.Gerund) != 0;
            }
        }

        return false;
    }

    /// <summary>"On 17 May X, a publisher who wrote books, disappeared": the time at the front is the main verb's.</summary>
    private int Fronted(int at)
    {
        if (!IsTime(0) || chunks[0].Lexeme.Is(WordClass.After))
        {
            return -1;
        }

        var aside = false;
        for (var j = 1; j < at; j++)
        {
            aside = chunks[j].Kind switch
            {
                ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Open => true,
                ChunkKind.Comma or ChunkKind.Close => false,
                ChunkKind.Break => true,
                _ => aside,
            };
            if (chunks[j].Kind == ChunkKind.Break || (chunks[j].Kind == ChunkKind.Verb && grammar.IsFinite(j) && !aside))
            {
                return -1;
            }
        }

        return aside ? -1 : 0;
    }

    /// <summary>The only time of a sentence that has one finite verb, or stands at its front: it is the verb's, unless it belongs to the reason.</summary>
    private int Sole(int at)
    {
        var time = -1;
        for (var j = 0; j < chunks.Count; j++)
        {
            if (IsTime(j))
            {
                if (time >= 0)
                {
                    time = time <= 1 ? time : -1;
                    break;
                }

                time = j;
            }
        }

        if (time < 0 || chunks[time].Lexeme.Is(WordClass.After | WordClass.Until) || grammar.IsAside(time, at))
        {
            return -1;
        }

        for (var j = 0; j < chunks.Count && time > 1; j++)
        {
            if (j != at && chunks[j].Kind == ChunkKind.Verb && grammar.IsFinite(j))
            {
                return -1;
            }
        }

        for (var j = Math.Min(at, time) + 1; j < Math.Max(at, time); j++)
        {
            var chunk = chunks[j];
            var gerund = j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Verb && chunk.Lexeme.Is(WordClass.ForReason);
            if (gerund || chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Relative || (chunk.Kind == ChunkKind.Verb && grammar.IsFinite(j)))
            {
                return -1;
            }
        }

        return time;
    }

    /// <summary>"It was reported on 21 April that X was detained": in that month.</summary>
    private EventTime Told(int at)
    {
        for (var j = at - 1; j >= 0 && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Relative); j--)
        {
            // "reported X was held".
            var bare = grammar.IsPlain && chunks[j].Kind == ChunkKind.Verb && !Enumerable.Range(j, at - j).Any(k => chunks[k].Kind == ChunkKind.Comma);
            if (chunks[j].Kind == ChunkKind.Subordinator || bare)
            {
                return (bare || chunks[j].Lexeme.Is(WordClass.ThatClause)) && (bare ? j : grammar.VerbBefore(j)) is >= 0 and var teller && chunks[teller].Verb is { } verb && (verb.Classes & VerbClass.Report) != 0
                    && Find(teller, Deepest) is >= 0 and var time && timeline.Resolve(chunks[time].Time, false, Before(time)) is { Date: { Month: not null } date } told
                    ? told with { Date = PartialDate.TryOf(date.Year, date.Month) }
                    : default;
            }
        }

        return default;
    }

    private int Beside(int noun)
    {
        if (noun > 0 && IsTime(noun - 1) && chunks[noun - 1].Lexeme == Lexeme.Unknown)
        {
            return noun - 1;
        }

        return After(noun, grammar.ClauseEnd(noun));
    }

    /// <summary>Behind the trigger, but not in what tells why ("for taking part in a rally in 2011") nor with another event's noun.</summary>
    private int After(int at, int end)
    {
        for (var j = at + 1; j < end; j++)
        {
            if (IsTime(j))
            {
                return j;
            }

            var chunk = chunks[j];
            if (chunk.Kind is ChunkKind.Preposition or ChunkKind.Subordinator && chunk.Lexeme.Is(WordClass.ForReason) && j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Verb)
            {
                return -1;
            }

            if (chunk.Kind == ChunkKind.Noun && j - 1 > at && chunks[j - 1].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && chunk.HeadNoun is { IsEvent: true } && chunks[j - 1].Lexeme.Is(WordClass.After))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>"In 2017 the court ruled, and he was freed on 26 February": what was dated before in the sentence.</summary>
    private PartialDate? Before(int time)
    {
        for (var j = time - 1; j >= 0; j--)
        {
            if (IsTime(j) && timeline.Resolve(chunks[j].Time, false, null).Date is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private bool IsTime(int j) => chunks[j].Kind == ChunkKind.Time && !chunks[j].Lexeme.Is(WordClass.Until);
}
