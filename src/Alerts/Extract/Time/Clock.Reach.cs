using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Time;

/// <summary>Times that reach a verb from outside its clause: from the front of the sentence, as its only time, from the clause before.</summary>
internal sealed partial class Clock
{
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
}
