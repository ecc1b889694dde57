using System.Runtime.InteropServices;
using Alerts.Cases;
using Alerts.Extract.Chunks;
using Alerts.Extract.Languages;
using Alerts.Extract.Mentions;

namespace Alerts.Extract.Roles;

/// <summary>Who is meant in a place of a sentence.</summary>
/// <param name="Case">null for somebody who is not watched.</param>
/// <param name="Certainty">0..1.</param>
/// <param name="Basis">How it is known: <c>name</c>, <c>pronoun</c>, <c>description</c>.</param>
/// <param name="Back">For a pronoun: how many sentences back its last mention is.</param>
/// <param name="Key">Of one among several: the same for each mention, watched or not.</param>
internal readonly record struct Referent(Case? Case, double Certainty, string Basis, int Back = 0, string? Key = null);

/// <summary>Who was spoken of so far, so that "he", "the union", "both" find whom they mean, and never somebody else.</summary>
internal sealed partial class Discourse(LanguagePack pack)
{
    private const int Reach = 4;

    private readonly List<Seen> seen = [];
    private readonly List<(int Sentence, Case Case, CaseEventType Type)> events = [];
    private readonly Dictionary<string, Feature> genders = new(StringComparer.Ordinal);
    private readonly Dictionary<Noun, HashSet<string>> described = [];
    private Case? topic;
    private int sentence;
    private int passageStart;
    private Case? section;

    private readonly Dictionary<string, int> named = new(StringComparer.Ordinal);
    private Case? protagonist;

    private readonly record struct Seen(int Sentence, int At, Case? Case, string Key, NounKind Kind, Feature Gender, bool IsSubject, bool IsDeep, bool IsShared = false);

    /// <summary>Looks over the whole text for the person it is about: the one of its title, else one named far more often than any other.</summary>
    public void Survey(IEnumerable<Passage> passages)
    {
        var persons = new Dictionary<Case, int>();
        foreach (var (mention, title) in passages.SelectMany(p => p.Mentions.Select(m => (m, p.IsTitle))).Where(m => m.m.Kind == NounKind.Person))
        {
            var key = mention.Case?.Id ?? mention.Key;
            named[key] = named.GetValueOrDefault(key) + 1;
            if (mention.Case is { } known)
            {
                persons[known] = persons.GetValueOrDefault(known) + (title ? 3 : 1);
            }
        }

        var ranked = persons.OrderByDescending(p => p.Value).Take(2).ToList();
        protagonist = ranked.Count > 0 && ranked[0].Value >= 3 && (ranked.Count == 1 || ranked[0].Value >= 2 * ranked[1].Value) ? ranked[0].Key : null;
    }

    public void BeginPassage(Passage passage)
    {
        passageStart = sentence;
        if (passage.IsHeading)
        {
            var named = passage.Mentions.FindAll(m => m.Case is not null);
            section = named.Select(m => m.Case!.Id).Distinct().Count() == 1 ? named[0].Case : null;
            if (passage.IsTitle)
            {
                topic = section;
            }
        }
    }

    public void NextSentence()
    {
        sentence++;
        seen.RemoveAll(s => s.Sentence < sentence - Reach);
        events.RemoveAll(e => e.Sentence < sentence - Reach);
    }

    /// <summary>Takes in a noun group as the reader comes past it.</summary>
    /// <param name="chunk">The noun group.</param>
    /// <param name="at">Its place in the sentence.</param>
    /// <param name="isSubject">Subject of a verb.</param>
    /// <param name="isActor">Subject of a main clause that may tell of an event: only then somebody without a name can be meant later.</param>
    /// <param name="isApposed">Stands behind a name and a comma.</param>
    /// <param name="isDeep">Belongs to another noun.</param>
    /// <param name="isShared">One of several subjects of the same verb: "A and B were held".</param>
    /// <param name="shown">The gender that the words before a name show.</param>
    public void Note(Chunk chunk, int at, bool isSubject, bool isActor, bool isApposed, bool isDeep, bool isShared, Feature shown)
    {
        if (chunk.Head?.Case is { } titled)
        {
            Learn(titled, shown);
        }

        foreach (var name in chunk.Names)
        {
            if (name.Case is not null || IsSomebody(chunk, name))
            {
                seen.Add(new Seen(sentence, at, name.Case, name.Case?.Id ?? name.Key, name.Kind, name.Kind == NounKind.Person ? GenderOf(name) | (name == chunk.Head ? shown : Feature.None) : chunk.Features & Feature.AnyGender, isSubject && name == chunk.Head, isDeep, isShared && name == chunk.Head));
                if (pack.MarksCase && name == chunk.Head && chunk.HeadNoun is { } noun && (!noun.IsRelation || noun.IsOffice))
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(described, noun, out _) ??= [];
                    described[noun].Add(name.Case?.Id ?? name.Key);
                }
            }
        }

        if (pack.IsPlain && chunk is { Head: null, OwnerWord: { } owner } && isSubject && Owner(owner, at, NounKind.Person) is [{ Case: { } whose }])
        {
            seen.Add(new Seen(sentence, at, whose, whose.Id, NounKind.Person, Feature.None, false, false));
        }

        if (pack.IsPlain && isSubject && chunk.Head is null)
        {
            NoteCrowd(chunk, at);
        }

        if (pack.IsPlain && isSubject && chunk.Head is null && Resolve(chunk, at, NounKind.Person) is { Count: > 1 } several)
        {
            NoteShared(several, at);
        }
        else if (isSubject && chunk is { Pronoun: not null } && Resolve(chunk, at, NounKind.Person) is [{ Case: { } person }])
        {
            seen.Add(new Seen(sentence, at, person, person.Id, NounKind.Person, Feature.None, true, false));
        }
        else if (isSubject && isActor && !isApposed && chunk.Head is null && chunk.HeadNoun is { Kind: NounKind.Person } && !chunk.IsCounted)
        {
            var who = Resolve(chunk, at, NounKind.Person);
            var one = who.Count == 1 ? who[0].Case : null;
            if (one is not null || !chunk.Features.HasFlag(Feature.Pl))
            {
                seen.Add(new Seen(sentence, at, one, one?.Id ?? "?" + chunk.HeadNoun.Lemma + sentence, NounKind.Person, chunk.Features & Feature.AnyGender, true, false));
            }
        }
    }

    /// <summary>Whom a noun group means, if that may be something of this kind.</summary>
    /// <param name="chunk">The noun group.</param>
    /// <param name="at">Its place in the sentence.</param>
    /// <param name="kind">What it must be.</param>
    /// <param name="not">The place of somebody it cannot be: "X found him guilty".</param>
    public IReadOnlyList<Referent> Resolve(Chunk chunk, int at, NounKind kind, int not = -1)
    {
        if (chunk.Head is { } head)
        {
            return chunk.Names.Where(n => n.First == head.First).Select(n => new Referent(n.Case, n.Certainty, "name")).ToArray();
        }

        if (chunk.Lexeme.Is(WordClass.Latter) || (chunk.Pronoun?.Is(WordClass.Latter) ?? false))
        {
            return Latter(at, kind, chunk.Features & (Feature.M | Feature.F));
        }

        if (chunk.Pronoun is { } pronoun && (chunk.HeadNoun is null || pronoun.Is(WordClass.Both)))
        {
            return pronoun.Is(WordClass.Both) ? Agreeing(Pair(at, kind), chunk)
                : pronoun.Features.HasFlag(Feature.Pl) && !pronoun.Features.HasFlag(Feature.Sg) ? Several(at, kind)
                : One(at, kind, pronoun.Features, "pronoun", 0.93, not);
        }

        if (chunk is { HeadNoun: null, Count: >= 2, HasComplement: false } && (pack.HeadFirst ? kind == NounKind.Person && chunk.IsDefinite : !pack.MarksCase && (chunk.IsDefinite || chunk.IsCounted) && chunk.End == chunk.First + 2))
        {
            return Counted(chunk.Count, at, kind);
        }

        if (chunk.HeadNoun is { } noun && noun.Kind == kind && (!noun.IsRelation || (noun.IsOffice && described.ContainsKey(noun))) && !chunk.IsIndefinite)
        {
            if (chunk.Features.HasFlag(Feature.Pl) && !chunk.Features.HasFlag(Feature.Sg))
            {
                return pack.MarksCase || chunk is not { IsDefinite: true, HasComplement: false, OwnerWord: null, OwnerName: null } ? []
                    : chunk.Count >= 2 ? Agreeing(Counted(chunk.Count, at, kind), chunk)
                    : pack.HeadFirst || chunk.IsCounted ? [] : Agreeing(Together(kind) is { Count: > 0 } told ? told : Cohorted(noun), chunk);
            }

            if (chunk.HasComplement)
            {
                return [];
            }

            if ((chunk.IsDefinite && chunk.OwnerWord is null && chunk.OwnerName is null && !chunk.IsCounted) || (pack.MarksCase && !chunk.IsCounted && chunk.OwnerWord is null && chunk.OwnerName is null))
            {
                return chunk.Names.Any(n => n.Case is null && n.Kind == kind) ? []
                    : described.TryGetValue(noun, out var keys) && keys.Count == 1 && seen.FindLast(s => keys.Contains(s.Key)) is { Case: { } known } && !HasPlainSubject(at, kind, known) ? [new Referent(known, 0.88, "description")]
                    : pack.MarksCase ? noun.IsOffice ? [] : Described(chunk, at, kind, noun) : One(at, kind, ShownBy(chunk), "description", 0.88, pack.IsPlain ? not : -1, noun);
            }
        }

        return [];
    }

    /// <summary>"Журналистка" is a woman; "школьник" may be one, but rather is a man if one was named at most two sentences further back.</summary>
    private IReadOnlyList<Referent> Described(Chunk chunk, int at, NounKind kind, Noun noun)
    {
        var gender = kind == NounKind.Person ? ShownBy(chunk) : Feature.None;
        var any = One(at, kind, gender == Feature.F ? gender : Feature.None, "description", 0.88, noun: noun);
        return gender == Feature.M && One(at, kind, gender, "description", 0.88, noun: noun) is [{ Case: not null } man] && (any.Count == 0 || man.Back <= any[0].Back + 2) ? [man] : any;
    }

    /// <summary>Somebody else than this one was the last subject by name.</summary>
    private bool HasPlainSubject(int at, NounKind kind, Case known) =>
        seen.FindLast(s => s.IsSubject && s.Kind == kind && s.Sentence >= sentence - 1 && (s.Sentence < sentence || s.At < at) && !s.Key.StartsWith('?')) is { Key: not null } last && last.Key != known.Id;

    /// <summary>Whom a verb without a subject means.</summary>
    public IReadOnlyList<Referent> Dropped(Feature features, int at, NounKind kind) =>
        features.HasFlag(Feature.Pl) ? Several(at, kind) : One(at, kind, features & (Feature.M | Feature.F), "dropped", 0.9);

    /// <summary>Whom "his", "its" means.</summary>
    public IReadOnlyList<Referent> Owner(Lexeme word, int at, NounKind kind, int not = -1) =>
        word.Features.HasFlag(Feature.Pl) && !word.Features.HasFlag(Feature.Sg) ? Several(at, kind) : One(at, kind, word.Features, "pronoun", 0.93, not);

    /// <summary>Whom "the outlet's" means; "X took over after the editor's arrest": not X.</summary>
    public IReadOnlyList<Referent> Owner(Noun noun, int at, NounKind kind) =>
        noun.Kind == kind && !noun.IsRelation && One(at, kind, Feature.None, "description", 0.88, noun: pack.IsPlain ? noun : null) is var whose && !(pack.MarksCase && kind == NounKind.Person && whose.Any(r => r.Back == 0)) ? whose : [];

    /// <summary>Whom a text means that names nobody: the one it just told an event of.</summary>
    public IReadOnlyList<Referent> Implied(NounKind kind)
    {
        var told = events.FindAll(e => e.Sentence >= sentence - 2 && e.Case.Kind == (CaseKind)((int)kind - 1)).DistinctBy(e => e.Case.Id).ToList();
        return told.Count == 1 ? [new Referent(told[0].Case, 0.85, "context")]
            : told.Count > 1 && ShareOneTelling([.. told.Select(e => e.Case)]) ? [.. told.Select(e => new Referent(e.Case, 0.8, "context"))]
            : told.Count == 0 && pack.HeadFirst && Alone(kind) is { } alone ? [new Referent(alone, 0.8, "context")]
            : told.Count == 0 && (section ?? topic) is { } general && general.Kind == (CaseKind)((int)kind - 1) ? [new Referent(general, 0.8, "context")]
            : told.Count == 0 && pack.MarksCase && seen.FindAll(s => s.Sentence >= passageStart && s.Kind == kind && (s.Case is not null || !s.Key.StartsWith('?'))).DistinctBy(s => s.Key).ToList() is [{ Case: { } sole }] ? [new Referent(sole, 0.75, "context")]
            : [];
    }

    /// <summary>Co-defendants: the last sentence that told anything told the same of all of them.</summary>
    private bool ShareOneTelling(List<Case> cases)
    {
        var last = events.FindAll(e => e.Sentence == events[^1].Sentence && cases.Contains(e.Case));
        return last.GroupBy(e => e.Type).Any(g => cases.TrueForAll(c => g.Any(e => e.Case == c)));
    }

    /// <summary>Whom a sentence without a subject goes on about.</summary>
    public IReadOnlyList<Referent> Dropped(NounKind kind) => One(0, kind, Feature.None, "context", 0.9);

    /// <summary>Whom a record is about: the only one named so far.</summary>
    public IReadOnlyList<Referent> Recorded(NounKind kind) =>
        seen.FindAll(s => s.Kind == kind && s.Case is not null).DistinctBy(s => s.Key).ToList() is [{ Case: { } sole }] ? [new Referent(sole, 0.9, "context")] : Implied(kind);

    /// <summary>The only one of this kind that the last sentences name.</summary>
    private Case? Alone(NounKind kind)
    {
        var near = seen.FindAll(s => s.Sentence >= sentence - 2 && s.Kind == kind).DistinctBy(s => s.Key).ToList();
        return near.Count == 1 ? near[0].Case : null;
    }

    /// <summary>Something was told of this case here that a court or a prison may follow up.</summary>
    public void NoteEvent(Case told, CaseEventType type)
    {
        if (type is not (CaseEventType.Died or CaseEventType.Exiled or CaseEventType.Disappeared or CaseEventType.IllTreated or CaseEventType.Hospitalized))
        {
            events.Add((sentence, told, type));
        }
    }

    private IReadOnlyList<Referent> One(int at, NounKind kind, Feature gender, string basis, double certainty, int not = -1, Noun? noun = null)
    {
        if (pack.IsPlain && (kind == NounKind.Person ? (gender & Feature.AnyGender) == Feature.N : (gender & Feature.AnyGender) is Feature.M or Feature.F))
        {
            return [];
        }

        for (var back = 0; back <= Reach; back++)
        {
            var here = seen.FindAll(s => s.Sentence == sentence - back && (back > 0 || s.At < at) && s.Kind == kind && Fits(s, gender));
            if (here.Exists(s => !s.IsDeep))
            {
                here.RemoveAll(s => s.IsDeep);
            }

            here.RemoveAll(s => back == 0 && s.At == not);
            if ((pack.MarksCase || pack.IsPlain) && noun is not null)
            {
                // "The judge ... The journalist": an unnamed judge is no journalist, and a court no newspaper.
                here.RemoveAll(s => s.Key.StartsWith('?') ? pack.MarksCase && !s.Key.StartsWith("?" + noun.Lemma, StringComparison.Ordinal)
                    : s.Case is null && s.Kind == NounKind.Organization && pack.Lexicon.Find(s.Key) is { } word && word.Is(WordClass.OrganizationWord) && word.Noun is not { Kind: NounKind.Organization });
            }

            if (here.Count == 0 || (sentence - back < passageStart && back > 2))
            {
                continue;
            }

            if (here.TrueForAll(s => s.IsDeep && !(pack.IsPlain && s.IsSubject)) && HasSubjectBefore(sentence - back, kind, gender))
            {
                continue;
            }

            if (IsAside(here, back, kind, gender, basis))
            {
                if (sentence == passageStart)
                {
                    Learn(protagonist!, gender);
                    return [new Referent(protagonist, certainty * 0.9, basis)];
                }

                continue;
            }

            var one = here.FindLast(s => s.IsSubject) is { Key: not null } subject && here.Exists(s => s.IsSubject) ? subject
                : here.Select(s => s.Key).Distinct().Count() == 1 ? here[^1]
                : default;
            if (one.IsShared && basis == "pronoun" && here.Exists(s => s.IsShared && s.Key != one.Key))
            {
                // "A and B wrote. She was held": either, unless the text is about one of them.
                one = here.Find(s => s.IsShared && s.Case is not null && s.Case == topic);
            }

            if (one.Key is null)
            {
                var watched = here.FindAll(s => s.Case is not null);
                return [new Referent(null, 0, "ambiguous:" + watched.Count, back)];
            }

            if (back > 0 && basis == "pronoun" && pack.MarksCase && kind == NounKind.Person && IsThingBefore(at, gender))
            {
                return [];
            }

            if (one.Case is { } found)
            {
                Learn(found, gender);
                var others = here.Select(s => s.Key).Distinct().Count() > 1 ? 0.95 : 1;
                return [new Referent(found, certainty * others * (back > 1 ? 0.95 : 1), basis, back)];
            }

            return [new Referent(null, 0, basis, back)];
        }

        var general = section ?? topic;
        return general is not null && general.Kind == (CaseKind)(kind - 1) && FitsGender(general, gender)
            ? [new Referent(general, certainty * 0.93, basis, Reach + 1)]
            : [];
    }

    /// <summary>"He" after a sentence that names others only in passing: the person whom the text is about goes on.</summary>
    private bool IsAside(List<Seen> here, int back, NounKind kind, Feature gender, string basis) =>
        (pack.IsPlain || pack.MarksCase) && kind == NounKind.Person && basis == "pronoun" && back > 0 && protagonist is { } main && FitsGender(main, gender)
        && here.TrueForAll(s => s.Case != main && (sentence == passageStart ? named.GetValueOrDefault(s.Key) <= 2 : !s.IsSubject && named.GetValueOrDefault(s.Key) <= 1));

    /// <summary>"The fund ... against it": this sentence's subject is no person and has the pronoun's gender.</summary>
    private bool IsThingBefore(int at, Feature gender) =>
        seen.Exists(s => s.Sentence == sentence && s.At < at && s.IsSubject && s.Kind != NounKind.Person && (s.Gender & gender & (Feature.M | Feature.F)) != 0);

    /// <summary>Somebody who was a subject a little earlier is meant rather than one who only belongs to something.</summary>
    private bool HasSubjectBefore(int before, NounKind kind, Feature gender) =>
        seen.Exists(s => s.Sentence < before && s.Sentence >= sentence - Reach && s.IsSubject && s.Kind == kind && s.Case is not null && Fits(s, gender));

    private bool Fits(Seen one, Feature gender) =>
        (gender & Feature.AnyGender) is 0 or Feature.AnyGender
        || (one.Case is { } known ? FitsGender(known, gender) : one.Gender == Feature.None || (one.Gender & gender) != 0);

    private bool FitsGender(Case known, Feature gender)
    {
        var asked = gender & (Feature.M | Feature.F);
        if (asked is 0 or (Feature.M | Feature.F) || known.Kind != CaseKind.Person)
        {
            return true;
        }

        var own = known.Gender switch { Gender.Male => Feature.M, Gender.Female => Feature.F, _ => genders.GetValueOrDefault(known.Id) };
        if (own == Feature.None && pack.MarksCase)
        {
            own = pack.IsFeminine(known) ? Feature.F : pack.IsMasculine(known) ? Feature.M : Feature.None;
        }

        return own == Feature.None || (own & asked) != 0;
    }

    /// <summary>A form in the text shows the gender of this case.</summary>
    public void Learn(Case known, Feature gender)
    {
        var asked = gender & (Feature.M | Feature.F);
        if (asked is Feature.M or Feature.F)
        {
            genders.TryAdd(known.Id, asked);
        }
    }

    private static Feature ShownBy(Chunk chunk) => (chunk.Features & (Feature.M | Feature.F)) is var gender && gender == (Feature.M | Feature.F) ? Feature.None : gender;

    private static Feature GenderOf(Mention name) => name.Case is { } known
        ? known.Gender switch { Gender.Male => Feature.M, Gender.Female => Feature.F, _ => Feature.None }
        : Feature.None;

    /// <summary>Is an unwatched name somebody a pronoun could mean?</summary>
    private static bool IsSomebody(Chunk chunk, Mention name) => name.Kind switch
    {
        NounKind.Person => name.IsFull || (name == chunk.Head && chunk.HeadNoun is { Kind: NounKind.Person }),
        NounKind.Organization => true,
        _ => false,
    };
}
