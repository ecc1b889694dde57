using Alerts.Cases;
using Alerts.Extract.Actuality;
using Alerts.Extract.Attributes;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Roles;
using Alerts.Extract.Time;
using Alerts.Extract.Tokens;
using Alerts.Extract.Triggers;

namespace Alerts.Extract;

/// <summary>Reads the events out of one sentence: each trigger finds its case, is held against the sentence's cues, gets its time and attributes.</summary>
internal sealed partial class SentenceReader
{
    private readonly LanguagePack pack;
    private readonly Passage passage;
    private readonly Sentence sentence;
    private readonly Discourse discourse;
    private readonly TimeLine timeline;
    private readonly Grammar grammar;
    private readonly ActualityJudge actuality;
    private readonly Clock clock;
    private readonly IReadOnlyList<Chunk> chunks;
    private readonly string? objection;
    private readonly List<Finding> findings = [];
    private readonly Dictionary<int, int> themes = [];
    private readonly List<TurnedDown> turnedDown;

    /// <param name="pack">The language.</param>
    /// <param name="passage">The block.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="discourse">Who was spoken of before.</param>
    /// <param name="timeline">What was dated before.</param>
    /// <param name="objection">Why nothing here can be an event (a list of demands); null when it can.</param>
    /// <param name="turnedDown">Takes the candidates that made no event.</param>
    public SentenceReader(
        LanguagePack pack, Passage passage, Sentence sentence, IReadOnlyList<Chunk> chunks, Discourse discourse, TimeLine timeline, string? objection, List<TurnedDown> turnedDown)
    {
        (this.pack, this.passage, this.sentence, this.discourse, this.timeline, this.turnedDown) = (pack, passage, sentence, discourse, timeline, turnedDown);
        this.chunks = chunks;
        grammar = new Grammar(pack, chunks);
        actuality = new ActualityJudge(pack, passage, sentence, grammar);
        clock = new Clock(grammar, timeline);
        this.objection = objection ?? (passage.Tokens[sentence.End - 1].IsMark('?') ? "question" : null);
    }

    public List<Finding> Read()
    {
        var known = turnedDown.Count;
        Note();
        clock.OpenScene(passage.IsHeading);
        for (var i = 0; i < chunks.Count; i++)
        {
            Lifespan(i);
            if (chunks[i].Kind == ChunkKind.Verb && chunks[i].Verb is { Triggers.Count: > 0 } verb)
            {
                Verb(i, verb);
            }
            else if (chunks[i].Kind == ChunkKind.Noun && chunks[i].HeadNoun is { Triggers.Count: > 0 } noun)
            {
                Noun(i, noun);
            }
        }

        Members();
        clock.NoteScene();

        // "lifted the suspension of X": the verb tells what became of it, so its date is not the suspension's.
        findings.RemoveAll(f => f.IsBackground && themes.TryGetValue(f.At, out var verb) && findings.Exists(v => v.At == verb && v.Case == f.Case && v.Type != f.Type && (f.Date is null || f.Date == v.Date)));
        return findings.ConvertAll(f => turnedDown.Skip(known).Any(t => t.CaseId == f.Case.Id && t.Type == f.Type) ? f with { IsMixed = true } : f);
    }

    private void Verb(int at, Verb verb)
    {
        var passive = grammar.IsPassive(at);
        var strictly = grammar.IsStrictlyPassive(at);
        var shown = !(grammar.IsPlain && grammar.IsCopula(at)) && ((chunks[at].Forms & VerbForm.Reflexive) != 0 || (chunks[at].HasBe && (chunks[at].Forms & VerbForm.Passive) != 0));
        var taken = default(CaseEventType?);
        foreach (var trigger in verb.Triggers)
        {
            if (taken == trigger.Type || (taken is not null && !trigger.State) || (trigger.OnlyActive && (trigger.Role == CaseRole.Agent ? shown : passive)) || (trigger.OnlyPassive && !strictly)
                || (trigger.IsNegated && !chunks[at].IsNegated && !actuality.IsRefused(at)))
            {
                continue;
            }

            var frame = new Frame(pack, passage, chunks, grammar, at, passive, trigger);
            // "Приговор огласят 5 мая": no sentence yet, but what may lie ahead is still to be told.
            var (told, refused) = (findings.Count, turnedDown.Count);
            if (frame.Fits() && Tell(trigger, at, frame))
            {
                if (pack.MarksCase && findings.Count == told && turnedDown.Count > refused && turnedDown[^1].Reason == "plan" && verb.Triggers.Any(t => t.MayLieAhead))
                {
                    continue;
                }

                taken ??= trigger.Type;

                // "The ban imposed on X was lifted": the participle only says which ban.
                if (frame.Theme >= 0 && grammar.IsPlain && themes.TryGetValue(frame.Theme, out var which) && which == frame.Theme + 1 && !chunks.Skip(which).Take(at - which).Any(c => c.Kind == ChunkKind.Time))
                {
                    findings.RemoveAll(f => f.At == which && f.Type != trigger.Type);
                }

                themes[frame.Theme] = at;
            }
        }
    }

    private bool Tell(Trigger trigger, int at, Frame frame)
    {
        var before = findings.Count + turnedDown.Count;
        var places = frame.Places();
        if (places.Count == 0 && !frame.IsImplied && !frame.IsDropped)
        {
            return false;
        }

        var reason = objection ?? (frame.IsThemeNegated ? "negation" : Ongoing(actuality.Objection(at, trigger.MayLieAhead, trigger.IsNegated), trigger)) ?? Unfulfilled(trigger, grammar.OrderOf(at));
        reason = reason == "plan" && objection is null && EventKinds.IsDoneByWord(trigger.Type) && actuality.IsDecided(at, trigger.Under.Count > 0) ? null : reason;
        var shares = trigger.Type == CaseEventType.Sentenced ? Shares(places, at) : [];
        foreach (var (place, how, owner) in places)
        {
            var known = findings.Count;
            var not = trigger.Role is CaseRole.Patient or CaseRole.Behind && place > at ? grammar.SubjectOf(at) : -1;
            var meant = EventKinds.Of(trigger)
                .Select(kind => (Kind: kind, Referents: owner ? Owner(place, kind, not) : Resolve(place, kind, not)))
                .Where(m => m.Referents.Count > 0).ToList();

            // One word means one thing: a pronoun that may be a person or an organization is the nearer.
            var nearest = meant.Count > 1 ? meant.Min(m => m.Referents.Min(r => r.Back)) : 0;
            var person = pack.MarksCase && meant.Count > 1 && meant.Exists(m => m.Kind == NounKind.Person && m.Referents[0] is { Basis: "pronoun", Case: not null } && m.Referents[0].Back <= nearest + 1);
            foreach (var (kind, referents) in meant.FindAll(m => person ? m.Kind == NounKind.Person : meant.Count < 2 || m.Referents.Any(r => r.Back == nearest)))
            {
                foreach (var referent in referents)
                {
                    Add(trigger, at, referent, how, reason, kind, (frame.End, frame.WideEnd));
                }
            }

            if (findings.Count == known + 1 && shares.TryGetValue(place, out var share))
            {
                findings[^1] = findings[^1] with { Term = share.ToString() };
            }
        }

        if (reason is null && findings.Count == before && places.Count > 0 && EventKinds.Of(trigger).Contains(NounKind.Person) && places.TrueForAll(p => !p.Owner && IsUnnamed(p.Chunk)))
        {
            discourse.NoteUnnamed(trigger, clock.Of(at, trigger.MayLieAhead)[0]);
        }

        if (reason is null && places.Count > 0 && trigger.Role is CaseRole.Patient or CaseRole.Agent)
        {
            foreach (var rest in grammar.Remnants(at))
            {
                foreach (var referent in Resolve(rest.Noun, EventKinds.Of(trigger)[0], -1))
                {
                    Add(trigger, at, referent, EventKinds.Of(trigger)[0], rest);
                }
            }
        }

        if (frame.IsDropped && places.Count == 0 && EventKinds.Of(trigger)[0] is var dropped)
        {
            foreach (var referent in discourse.Dropped(dropped))
            {
                Add(trigger, at, referent, "context", reason, dropped, (frame.End, frame.WideEnd));
            }
        }

        if (frame.IsImplied && !IsDoer(at, EventKinds.Of(trigger)[0]))
        {
            foreach (var referent in discourse.Implied(EventKinds.Of(trigger)[0]))
            {
                Add(trigger, at, referent, "context", reason, EventKinds.Of(trigger)[0], (frame.End, frame.WideEnd));
            }
        }

        return findings.Count + turnedDown.Count > before;
    }

    /// <summary>"A new law raised the term": what did it is not what it was done to.</summary>
    private bool IsDoer(int at, NounKind kind) => kind == NounKind.Law && grammar.IsPlain && !grammar.IsPassive(at) && grammar.SubjectOf(at) is >= 0 and var subject && (chunks[subject].Head?.Kind ?? chunks[subject].HeadNoun?.Kind) == kind;

    /// <summary>"is currently serving five years": the words tell of the sentence that it goes on under.</summary>
    private static string? Ongoing(string? reason, Trigger trigger) => reason == ActualityJudge.ContinuingState && trigger.State ? null : reason;

    /// <summary>A prison may take its time to obey: an order to release frees nobody yet.</summary>
    private string? Unfulfilled(Trigger trigger, int order) => order >= 0 && trigger.Type == CaseEventType.Released && pack.IsPlain ? "order" : null;

    private IReadOnlyList<Referent> Resolve(int place, NounKind kind, int not)
    {
        if (chunks[place].Kind == ChunkKind.Verb)
        {
            return Ahead(place, kind) is { Count: > 0 } named ? named : discourse.Dropped(Agreement(place), place, kind);
        }

        return chunks[place].Pronoun is not null && chunks[0].Kind == ChunkKind.Subordinator && Ahead(place, kind) is { Count: > 0 } ahead
            ? ahead
            : kind == NounKind.Person && IsMembers(place) && discourse.Resolve(chunks[place + 2], place + 2, NounKind.Organization) is [{ Case: { } people }] of && discourse.IsPeople(people) ? of
            : IsJoined(place) && discourse.Resolve(chunks[place] with { Count = chunks[place].Count + 1 }, place, kind, not) is { Count: > 0 } joined ? joined
            : discourse.Resolve(chunks[place], place, kind, not);
    }

    /// <summary>"When he was arrested, X was working", "Until its repeal, X banned": the one named behind the first comma is meant.</summary>
    private IReadOnlyList<Referent> Ahead(int place, NounKind kind)
    {
        var comma = Enumerable.Range(0, chunks.Count).FirstOrDefault(k => chunks[k].Kind == ChunkKind.Comma, -1);
        return comma > place && comma + 1 < chunks.Count && chunks[0].Kind is ChunkKind.Subordinator or ChunkKind.Preposition && chunks[comma + 1].Head is { } head && head.Kind == kind && (kind == NounKind.Person || grammar.IsPlain)
            ? discourse.Resolve(chunks[comma + 1], comma + 1, kind)
            : [];
    }

    /// <summary>Number and gender that a verb shows of its subject.</summary>
    private Feature Agreement(int verb)
    {
        var features = Feature.None;
        for (var i = chunks[verb].First; i < chunks[verb].End; i++)
        {
            features |= passage.Tokens[i].Lexeme is { Verb: not null } word && !word.Is(WordClass.Clitic) ? word.Features : Feature.None;
        }

        return features;
    }

    private IReadOnlyList<Referent> Owner(int place, NounKind kind, int not = -1)
    {
        var chunk = chunks[place];
        return chunk.OwnerName is { } name ? [new Referent(name.Case, name.Certainty, "name")]
            : chunk.OwnerNoun is { } noun ? discourse.Owner(noun, place, kind)
            : chunk.OwnerWord is { } word ? discourse.Owner(word, place, kind, not) is { Count: > 0 } known ? known : Ahead(place, kind)
            : [];
    }

    private bool IsOf(Case known, NounKind kind) => known.Kind == (CaseKind)((int)kind - 1) || (kind == NounKind.Person && discourse.IsPeople(known));

    private void Add(Trigger trigger, int at, Referent referent, string how, string? reason, NounKind kind, (int Near, int Wide) end)
    {
        var words = passage.Text[passage.Tokens[chunks[at].First].Start..passage.Tokens[chunks[at].End - 1].End];
        if (referent.Case is not { } known || !IsOf(known, kind) || !trigger.Allows((CaseKind)((int)kind - 1)))
        {
            if (reason is null && referent.Case is null)
            {
                TurnDown(null, referent.Basis.StartsWith("ambiguous", StringComparison.Ordinal) ? "ambiguous" : "other-person");
            }

            return;
        }

        if (reason is not null)
        {
            TurnDown(known.Id, reason);
            return;
        }

        void TurnDown(string? id, string why) => turnedDown.Add(new TurnedDown(id, trigger.Type, words, passage.Quote(sentence), why));

        var past = pack.MarksCase && chunks[at] is { Kind: ChunkKind.Verb, Modal: 0 } && (chunks[at].Forms & VerbForm.Past) != 0;
        var inside = chunks[Math.Max(grammar.ClauseStart(at) - 1, 0)].Kind is ChunkKind.Subordinator or ChunkKind.Relative;

        // "In 2019 the court ruled that X was void": ruled and void on one day.
        var dated = trigger.Under.Count > 0 && chunks[at].Kind == ChunkKind.Verb && grammar.VerbBefore(grammar.ClauseStart(at)) is >= 0 and var above && clock.Of(at, trigger.MayLieAhead)[0].Date is null ? above : at;
        foreach (var time in clock.Of(dated, trigger.MayLieAhead && !past))
        {
            var carried = time.Date is null && pack.MarksCase && !inside && chunks[at].Kind == ChunkKind.Verb && referent.Basis == "pronoun" && trigger.Type != CaseEventType.Hearing ? timeline.Carried() : time;
            Add(trigger, at, referent, how, known, words, carried, end);
        }
    }

    private void Add(Trigger trigger, int at, Referent referent, string how, Case known, string words, EventTime time, (int Near, int Wide) end)
    {
        // In the body of a text the present may tell of the past as well; "is banned from", "remains under a ban" have lasted for a while.
        if ((pack.HeadFirst || (trigger.IsLasting && (chunks[at].HasBe || chunks[at].IsNegated || (chunks[at].Verb!.Classes & VerbClass.Remain) != 0))) && !passage.IsHeading && time.Basis == DateBasis.Published)
        {
            time = default;
        }

        if (trigger.NeedsDate && time.Date is null)
        {
            turnedDown.Add(new TurnedDown(known.Id, trigger.Type, words, passage.Quote(sentence), "background"));
            return;
        }

        var details = new Details(pack, passage, chunks, grammar).Of(trigger, at, end.Near, end.Wide);
        var hedged = chunks[at].IsReported;
        var role = how switch { "direct" => 1, "shared" => 0.96, "list" => 0.97, "owner" => 0.95, "context" => 0.85, _ => 0.93 };
        discourse.NoteEvent(known, trigger.Type);
        findings.Add(new Finding
        {
            Case = known,
            Type = trigger.Type,
            Rule = $"{Word.Of(trigger.Type)}/{trigger.Name}-{Word.Of(trigger.Role)}/{how}-{referent.Basis}",
            Passage = passage,
            Sentence = sentence,
            Words = words,
            At = at,
            Line = timeline.Sentence,
            IsJoint = clock.IsJoint(at) || pack.Together.AnyWithin(passage.Tokens, sentence.First, sentence.End),
            IsPluperfect = chunks[at].IsPluperfect,
            IsBackground = chunks[at].Kind == ChunkKind.Noun,
            IsNow = chunks[at].Kind == ChunkKind.Verb ? grammar.IsToldNow(at) : chunks[at].IsPresent,
            Date = time.Date,
            DateBasis = time.Basis,
            Term = details.Term,
            Detail = details.Detail ?? trigger.Detail,
            Factors = [new("name", referent.Certainty), new("role", role), new("wording", trigger.Weight), .. hedged ? [new("hearsay", 0.8)] : Array.Empty<ConfidenceFactor>()],
        });
    }
}
