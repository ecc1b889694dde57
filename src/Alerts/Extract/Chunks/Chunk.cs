using Alerts.Extract.Languages;
using Alerts.Extract.Mentions;
using Alerts.Extract.Time;

namespace Alerts.Extract.Chunks;

internal enum ChunkKind : byte
{
    Noun,
    Verb,
    Preposition,
    And,
    But,
    Comma,
    Break,
    Relative,
    Subordinator,
    Time,
    Adverb,
    Open,
    Close,
    Including,
    Except,
}

/// <summary>A piece of a sentence that fills one place in its grammar: a group of words around a noun, a verb with its auxiliaries, a joint.</summary>
internal sealed record Chunk(ChunkKind Kind, int First, int End)
{
    /// <summary>Of a joint: the word.</summary>
    public Lexeme Lexeme { get; init; } = Lexeme.Unknown;

    public TimeExpression Time { get; init; }

    // Of a noun group.

    /// <summary>The names in it, in order.</summary>
    public IReadOnlyList<Mention> Names { get; init; } = [];

    /// <summary>The name it is about; null when it is about something told otherwise.</summary>
    public Mention? Head { get; init; }

    /// <summary>The noun it is about, beside or instead of a name.</summary>
    public Noun? HeadNoun { get; init; }

    public Lexeme? Pronoun { get; init; }

    /// <summary>A pronoun that stood before its verb ("lo detuvieron") and is read behind it.</summary>
    public bool IsClitic { get; init; }

    /// <summary>Whose it is: a name ("X's trial") or a word ("his trial").</summary>
    public Mention? OwnerName { get; init; }

    public Lexeme? OwnerWord { get; init; }

    /// <summary>A noun that owns it: "the outlet's licence".</summary>
    public Noun? OwnerNoun { get; init; }

    /// <summary>More words follow that say which one: "the owner of the shop", "the man who ...".</summary>
    public bool HasComplement { get; init; }

    public bool IsIndefinite { get; init; }

    public bool IsDefinite { get; init; }

    /// <summary>"Both", "all", a number: several are meant.</summary>
    public bool IsCounted { get; init; }

    /// <summary>How many, where a number says so.</summary>
    public int Count { get; init; }

    public Feature Features { get; init; } = Feature.AnyCase;

    // Of a verb group.

    public Verb? Verb { get; init; }

    public VerbForm Forms { get; init; }

    public bool HasBe { get; init; }

    /// <summary>The pronouns that stood before it.</summary>
    public IReadOnlyList<Lexeme> Clitics { get; init; } = [];

    /// <summary>"se", which may also make a passive.</summary>
    public bool IsReflexive { get; init; }

    public bool HasAuxiliary { get; init; }

    /// <summary>"had been arrested": it was over when the rest happened.</summary>
    public bool IsPluperfect { get; init; }

    /// <summary>Its ending asks for several subjects; without them nobody is named.</summary>
    public bool IsPlural { get; init; }

    /// <summary>"to" stands before it.</summary>
    public bool IsInfinitive { get; init; }

    public bool IsNegated { get; init; }

    /// <summary>Duty, chance or future: the class of its modal.</summary>
    public WordClass Modal { get; init; }

    public bool IsReported { get; init; }

    /// <summary>"still", "currently" stands in it: what it tells goes on.</summary>
    public bool IsOngoing { get; init; }

    /// <summary>Its auxiliary or itself is in the present.</summary>
    public bool IsPresent { get; init; }

    public bool Is(ChunkKind kind) => Kind == kind;

    public bool Covers(int token) => token >= First && token < End;
}
