using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Time;

/// <summary>The place of the time that belongs to a trigger: behind it, in front of it, with the verb it shares with.</summary>
internal sealed partial class Clock
{
    private const int Deepest = 4;

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
        if (end < chunks.Count && ((chunks[end].IsInfinitive && (grammar.IsPlain || end == at + 1)) || (end == at + 1 && grammar.IsPredicate(end)) || (grammar.IsComplement(end) && !(chunks[end - 1].Kind == ChunkKind.Preposition && !chunks[end - 1].Lexeme.Is(WordClass.After)))))
        {
            end = grammar.ClauseEnd(end);
        }

        var start = grammar.ClauseStart(at);
        if (start > 1 && chunks[start - 1].Kind == ChunkKind.Verb && (chunks[start - 1].Forms & VerbForm.Gerund) != 0 && chunks[start - 2].Kind == ChunkKind.Comma)
        {
            // "In May, having served his term, he left".
            start = grammar.ClauseStart(start - 1);
        }

        if (After(at, end) is >= 0 and var after && !((IsBehindJoint(at, after) || IsOfReason(at, after)) && Enumerable.Range(start, at - start).Any(IsTime)) && !(chunks[at].IsPresent && chunks[after].Time.Year > 0 && IsOfReason(at, after)))
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
            // "but on 23 February, a judge released her": the comma only closes the time.
            var joint = at - 1;
            while (joint >= start && (chunks[joint].Kind is not (ChunkKind.Comma or ChunkKind.And or ChunkKind.But) || (chunks[joint].Kind == ChunkKind.Comma && IsOpeningTime(joint - 1, start))))
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
        if (next < chunks.Count && chunks[next].Kind == ChunkKind.Verb && grammar.SharesWith(next) == at && !chunks[next].HasAuxiliary && !Lasts(at, next)
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

    private bool IsOpeningTime(int at, int start) => at >= start && IsTime(at) && (at == start || chunks[at - 1].Kind is ChunkKind.And or ChunkKind.But or ChunkKind.Comma);

    /// <summary>"for a post of 2018": the time is the reason's where the verb has another one.</summary>
    private bool IsOfReason(int at, int time) => time > at + 2 && Enumerable.Range(at + 1, time - at - 1).Any(j => chunks[j].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && chunks[j].Lexeme.Is(WordClass.ForReason));

    /// <summary>"was held for six weeks and freed on 8 May": the day is the end's alone.</summary>
    private bool Lasts(int at, int next) => Enumerable.Range(at + 1, next - at - 1).Any(j => chunks[j].Kind == ChunkKind.Preposition && chunks[j].Lexeme.Is(WordClass.ForReason) && chunks[j + 1].IsCounted);

    /// <summary>"In April X was charged with fraud and the court remanded him": a clause with a subject of its own goes on from the one before.</summary>
    private int Continued(int at, int depth)
    {
        if (!grammar.IsFinite(at) && grammar.SharesWith(at) is >= 0 and var first && depth <= Deepest)
        {
            return Continued(first, depth + 1);
        }

        var start = grammar.ClauseStart(at);
        if (depth > Deepest || start == 0 || chunks[at].IsPluperfect || !grammar.IsFinite(at))
        {
            return -1;
        }

        var opener = chunks[start - 1];
        var joined = (opener.Kind == ChunkKind.Subordinator && opener.Lexeme.Is(WordClass.Meanwhile))
            || (opener.Kind == ChunkKind.Verb && Enumerable.Range(start, at - start).Any(j => chunks[j].Kind is ChunkKind.And or ChunkKind.Comma));
        for (var j = start - 1; joined && j >= 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb && grammar.IsFinite(j) && chunks[j].IsPresent == chunks[at].IsPresent && chunks[at].Modal == 0 && grammar.ClauseStart(j) is var opening && !(opening > 0 && chunks[opening - 1].Kind is ChunkKind.Relative or ChunkKind.Subordinator))
            {
                return chunks[j].Verb is { } verb && (verb.Classes & VerbClass.Report) != 0 ? -1 : Find(j, depth + 1) is >= 0 and var time ? time : Continued(j, depth + 1);
            }
        }

        return -1;
    }

    /// <summary>"since 9 November, when he was arrested", "until 7 April, when he was released".</summary>
    private int Opening(int start)
    {
        var before = start - 2 >= 0 && chunks[start - 1].Kind == ChunkKind.Subordinator && chunks[start - 1].Lexeme.Is(WordClass.Meanwhile) ? start - 2 : -1;
        before = before > 0 && chunks[before].Kind == ChunkKind.Comma ? before - 1 : before;
        return before >= 0 && chunks[before].Kind == ChunkKind.Time ? before : -1;
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
        var front = Front();
        if (front < 0 || front >= at)
        {
            return -1;
        }

        var aside = false;
        for (var j = front + 1; j < at; j++)
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

        return aside ? -1 : front;
    }

    /// <summary>The time that opens the sentence: by itself, or in a phrase before the first comma ("At a trial held on 3 May,"); after what took a year, it was still that year.</summary>
    private int Front()
    {
        if (IsTime(0))
        {
            return chunks[0].Lexeme.Is(WordClass.After) ? -1 : 0;
        }

        var comma = Enumerable.Range(0, chunks.Count).FirstOrDefault(j => chunks[j].Kind == ChunkKind.Comma, -1);
        var times = Enumerable.Range(0, Math.Max(comma, 0)).Where(IsTime).ToList();
        return grammar.IsPlain && chunks[0].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && times is [var time] && !Enumerable.Range(0, comma).Any(j => chunks[j].Kind == ChunkKind.Verb && grammar.IsFinite(j))
            && (!chunks[0].Lexeme.Is(WordClass.After) || chunks[time].Time is { Year: > 0, Month: 0 }) ? time : -1;
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
            if (gerund || chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator or ChunkKind.Relative || (chunk.Kind == ChunkKind.Verb && (grammar.IsFinite(j) || (j > at && Lasts(at, j)))))
            {
                return -1;
            }
        }

        return time;
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
                // "rejects an appeal against the ban, in force since May", "detained over a post from 2015".
                return (chunks[at].IsPresent && chunks[j].Lexeme.Is(WordClass.After) && Enumerable.Range(at, j - at).Any(k => chunks[k].Kind == ChunkKind.Comma))
                    || (grammar.IsPlain && chunks[j].Lexeme.Is(WordClass.After | WordClass.Owning) && chunks[j].Time is { Year: > 0, Month: 0 } && IsOfReason(at, j)) ? -1 : j;
            }

            var chunk = chunks[j];
            if (chunk.Kind is ChunkKind.Preposition or ChunkKind.Subordinator && chunk.Lexeme.Is(WordClass.ForReason) && j + 1 < chunks.Count
                && (chunks[j + 1].Kind == ChunkKind.Verb || (chunks[j + 1].Kind == ChunkKind.Adverb && j + 2 < chunks.Count && chunks[j + 2].Kind == ChunkKind.Verb)))
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
}
