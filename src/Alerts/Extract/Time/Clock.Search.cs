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

        if (After(at, end) is >= 0 and var after && !(IsBehindJoint(at, after) && OpensClause(after)) && !((IsBehindJoint(at, after) || IsOfReason(at, after)) && Enumerable.Range(start, at - start).Any(IsTime)) && !(chunks[at].IsPresent && chunks[after].Time.Year > 0 && IsOfReason(at, after)))
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
