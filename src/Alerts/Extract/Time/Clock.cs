using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;

namespace Alerts.Extract.Time;

/// <summary>Which expression of time in a sentence belongs to a trigger.</summary>
internal sealed partial class Clock(Grammar grammar, TimeLine timeline)
{
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

            time = grammar.StandsApart(at) ? -1 : Fronted(at) is >= 0 and var fronted ? fronted : Sole(at) is >= 0 and var sole ? sole : grammar.SharesWith(at) is >= 0 and var shared && Sole(shared) is >= 0 and var joint ? joint : Continued(at, 0);
        }

        if (time < 0 && timeline.Standing() is { Date: not null } standing && !(chunks[at].IsPluperfect || grammar.StandsApart(at)))
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

        var ahead = (mayLieAhead || (chunks[at] is { Kind: ChunkKind.Verb, IsPresent: true, HasAuxiliary: false } && chunks[time].Time.Month > 0)) && (chunks[time].Lexeme.Is(WordClass.Until) || !grammar.IsToldAsPast(at)) && !(chunks[at].Kind == ChunkKind.Verb && time < grammar.ClauseStart(at) && !chunks[time].Lexeme.Is(WordClass.Until));
        var times = new List<EventTime> { timeline.Resolve(chunks[time].Time, new Scene(Before(time), ahead, grammar.IsPlain && chunks[at].IsPluperfect)) };
        while (time + 2 < chunks.Count && chunks[time + 1].Kind == ChunkKind.And && IsTime(time + 2) && !OpensClause(time + 2))
        {
            time += 2;
            times.Add(timeline.Resolve(chunks[time].Time, new Scene(Before(time), ahead, grammar.IsPlain && chunks[at].IsPluperfect)));
        }

        // "is charged the same day": that of the publication, where nothing was dated.
        return times is [{ Date: null }] && chunks[time].Time.Unit == 'S' && chunks[at] is { Kind: ChunkKind.Verb, IsPresent: true } ? [timeline.Now()] : times;
    }

    /// <summary>"postponed until 20 March", "put off to 20 March".</summary>
    private int Put(int at)
    {
        var end = grammar.ClauseEnd(at);
        for (var j = at + 1; j < end; j++)
        {
            if (chunks[j].Kind == ChunkKind.Time && (chunks[j].Lexeme.Is(WordClass.Until) || (grammar.IsPlain && j - 1 > at && chunks[j - 1].Kind == ChunkKind.Preposition && chunks[j - 1].Lexeme.Is(WordClass.Infinitive))))
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
                timeline.Note(timeline.Resolve(chunks[j].Time, new Scene(Before(j))).Date);
                return;
            }
        }
    }

    /// <summary>"and in August was sentenced": a verb takes the time in front of it.</summary>
    private bool OpensClause(int time)
    {
        var j = time + (time + 1 < chunks.Count && chunks[time + 1].Kind == ChunkKind.Comma ? 2 : 1);
        while (j < chunks.Count && chunks[j].Kind is ChunkKind.Noun or ChunkKind.Adverb or ChunkKind.Time)
        {
            j++;
        }

        return j < chunks.Count && chunks[j].Kind == ChunkKind.Verb && grammar.IsFinite(j);
    }

    /// <summary>Has the noun a time of its own: "his arrest in 2008", "the March arrest"?</summary>
    public bool HasOwn(int noun) => Beside(noun) >= 0;

    /// <summary>"19 January." alone and "19 January:" date what follows in their paragraph; a heading, its section.</summary>
    public void OpenScene(bool isHeading)
    {
        if (chunks.Count > 0 && IsTime(0) && ((chunks.Count > 1 && chunks[1].Kind == ChunkKind.Break) || chunks.All(c => c.Kind is ChunkKind.Time or ChunkKind.Break or ChunkKind.Comma)))
        {
            timeline.Stand(chunks[0].Time, isHeading);
        }
    }

    /// <summary>What a sentence dates sets the scene for what follows.</summary>
    public void NoteScene()
    {
        for (var j = 0; j < chunks.Count; j++)
        {
            if (chunks[j].Kind == ChunkKind.Time && (IsTime(j) || chunks[j].Time.Month == 0) && !IsPlanned(j) && timeline.Resolve(chunks[j].Time, new Scene(Before(j))).Date is { } date)
            {
                timeline.Note(date);
            }
        }
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
                    && Find(teller, Deepest - 1) is >= 0 and var time && timeline.Resolve(chunks[time].Time, new Scene(Before(time))) is { Date: { Month: not null } date } told
                    ? told with { Date = PartialDate.TryOf(date.Year, date.Month) }
                    : default;
            }
        }

        return default;
    }

    /// <summary>"In 2017 the court ruled, and he was freed on 26 February": what was dated before in the sentence.</summary>
    private PartialDate? Before(int time)
    {
        for (var j = time - 1; j >= 0; j--)
        {
            if (IsTime(j) && !grammar.IsAside(j, time) && timeline.Resolve(chunks[j].Time, default).Date is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>"is to rule by June": no day of the story.</summary>
    private bool IsPlanned(int time) => grammar.VerbBefore(time) is >= 0 and var verb && verb >= grammar.ClauseStart(time) - 1 && (chunks[verb].Modal != 0 || (chunks[verb].IsInfinitive && chunks[verb].HasBe));

    /// <summary>"was arrested together with X".</summary>
    public bool IsJoint(int at) => Enumerable.Range(0, chunks.Count - 1).Any(j => chunks[j].Kind is ChunkKind.Preposition or ChunkKind.Adverb && chunks[j].Lexeme.Is(WordClass.Companion)
        && grammar.ClauseStart(j) == grammar.ClauseStart(at) | grammar.VerbBefore(j) == at && (chunks[j + 1].Head is { Kind: NounKind.Person } || chunks[j + 1].Pronoun is not null));

    private bool IsTime(int j) => chunks[j].Kind == ChunkKind.Time && !chunks[j].Lexeme.Is(WordClass.Until);
}
