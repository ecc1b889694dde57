using Alerts.Cases;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Triggers;

/// <summary>Which place in the clause the case takes.</summary>
internal enum CaseRole : byte
{
    /// <summary>Object of the active verb, subject of the passive one.</summary>
    Patient,

    /// <summary>Subject of the active verb.</summary>
    Agent,

    /// <summary>Owner of the noun: "X's arrest", "the arrest of X".</summary>
    Owner,

    /// <summary>Noun behind one of the trigger's prepositions.</summary>
    Behind,

    /// <summary>To whom it is done: the dative of languages that have one.</summary>
    Recipient,

    /// <summary>Whom the text is about: the noun opens a line of a record, "Приговор: 3 года условно, 22.11.2017".</summary>
    Label,

    /// <summary>Beside which the phrase stands between commas: "X, in force since May".</summary>
    Beside,

    /// <summary>The names that follow: "среди задержанных — X и Y".</summary>
    Member,

    /// <summary>Whatever the clause is about: named in it, or meant by its pronouns, else whom the text goes on about.</summary>
    Concerned,

    /// <summary>Owner of the object: "revoked X's licence", "the licence of X".</summary>
    ObjectOwner,
}

/// <summary>A pack's entry: words that tell of an event, and where in their clause the case stands.</summary>
internal sealed record Trigger
{
    public required CaseEventType Type { get; init; }

    public required CaseRole Role { get; init; }

    /// <summary>Part of the event's rule name: the verb's or noun's lemma.</summary>
    public required string Name { get; init; }

    public required string Place { get; init; }

    /// <summary>Prepositions before the case, for <see cref="CaseRole.Behind"/>.</summary>
    public IReadOnlySet<string> Behind { get; init; } = new HashSet<string>();

    /// <summary>Lemmas of which one must be the verb's object (the subject of a passive).</summary>
    public IReadOnlySet<string> Object { get; init; } = new HashSet<string>();

    /// <summary>Lemmas of which one must be the verb that the clause depends on: "ruled that ...", "tabled a bill to ...".</summary>
    public IReadOnlySet<string> Under { get; init; } = new HashSet<string>();

    /// <summary>Phrases of which one must stand in the clause behind the trigger.</summary>
    public PhraseSet With { get; init; } = PhraseSet.None;

    /// <summary>Phrases any of which in the clause turns the trigger down.</summary>
    public PhraseSet Unless { get; init; } = PhraseSet.None;

    /// <summary>A length of time must stand behind the trigger.</summary>
    public bool NeedsTerm { get; init; }

    /// <summary>That length is the verb's object: "got five years", not "worked in jail for five years".</summary>
    public bool HasTermAsObject { get; init; }

    /// <summary>Without a date it tells of a state and not of an event.</summary>
    public bool NeedsDate { get; init; }

    /// <summary>It is told by what was not done: "they did not let her leave the country".</summary>
    public bool IsNegated { get; init; }

    /// <summary>Done by one of the pack's international bodies.</summary>
    public bool ByBody { get; init; }

    public bool OnlyActive { get; init; }

    public bool OnlyPassive { get; init; }

    /// <summary>Only these kinds of case; empty for what the type allows.</summary>
    public IReadOnlyList<CaseKind> Kinds { get; init; } = [];

    /// <summary>Detail when no word of the clause says better.</summary>
    public string? Detail { get; init; }

    /// <summary>Also true of what lies ahead: a hearing may be scheduled.</summary>
    public bool MayLieAhead { get; init; }

    /// <summary>In the present it tells of what has lasted for a while, from no known day.</summary>
    public bool IsLasting { get; init; }

    /// <summary>Factor of confidence, 0..1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The words are a fact of their own, no plain state: true in clauses that stand as background.</summary>
    public bool State { get; init; }

    public bool Allows(CaseKind kind) => Kinds.Count == 0 || Kinds.Contains(kind);
}

/// <summary>Several words in a row, with gaps of up to two tokens where the pack writes <c>_</c>.</summary>
internal sealed record Phrase(IReadOnlyList<Lexeme?> Words);
