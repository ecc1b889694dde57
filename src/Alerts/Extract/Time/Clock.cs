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

    public EventTime Of(int at, bool mayLieAhead)
    {
        if (Find(at, 0) is >= 0 and var time)
        {
            return timeline.Resolve(chunks[time].Time, mayLieAhead);
        }

        return chunks[at].Kind == ChunkKind.Verb && chunks[at].IsPresent ? timeline.Now() : default;
    }

    /// <summary>Has the noun a time of its own: "his arrest in 2008", "the March arrest"?</summary>
    public bool HasOwn(int noun) => After(noun, grammar.ClauseEnd(noun)) >= 0 || (noun > 0 && IsTime(noun - 1));

    /// <summary>The sentence's first full time sets the scene for what follows.</summary>
    public void NoteScene()
    {
        foreach (var chunk in chunks)
        {
            if (chunk.Kind == ChunkKind.Time && !chunk.Lexeme.Is(WordClass.Until) && timeline.Resolve(chunk.Time, false).Date is { } date)
            {
                timeline.Note(date);
            }
        }
    }

    private int Find(int at, int depth)
    {
        if (chunks[at].Kind == ChunkKind.Noun && at > 0 && IsTime(at - 1) && chunks[at - 1].Lexeme == Lexeme.Unknown)
        {
            return at - 1;
        }

        var end = grammar.ClauseEnd(at);
        if (end == at + 1 && end < chunks.Count && chunks[end].IsInfinitive)
        {
            end = grammar.ClauseEnd(end);
        }

        if (After(at, end) is >= 0 and var after)
        {
            return after;
        }

        var start = grammar.ClauseStart(at);
        for (var j = at - 1; j >= start; j--)
        {
            if (IsTime(j))
            {
                return j;
            }
        }

        if (depth > Deepest)
        {
            return -1;
        }

        if (chunks[at].Kind != ChunkKind.Verb)
        {
            // "March saw the passing of the law".
            return at > 0 && chunks[at - 1].Kind == ChunkKind.Verb && chunks[at - 1].Verb is { } seen && (seen.Classes & VerbClass.Factive) != 0 ? Find(at - 1, depth + 1) : -1;
        }

        var shared = grammar.SharesWith(at);
        if (shared >= 0)
        {
            return Find(shared, depth + 1);
        }

        // "ordered to close in 2017", "In May he, who ..., was": the time stands with the main verb or at the front.
        if (chunks[at].IsInfinitive && grammar.VerbBefore(at) is >= 0 and var main)
        {
            return Find(main, depth + 1);
        }

        return -1;
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

            if (chunk.Kind == ChunkKind.Noun && j - 1 > at && chunks[j - 1].Kind is ChunkKind.Preposition or ChunkKind.Subordinator && chunk.HeadNoun is { Triggers.Count: > 0 } && chunks[j - 1].Lexeme.Is(WordClass.After))
            {
                return -1;
            }
        }

        return -1;
    }

    private bool IsTime(int j) => chunks[j].Kind == ChunkKind.Time && !chunks[j].Lexeme.Is(WordClass.Until);
}
