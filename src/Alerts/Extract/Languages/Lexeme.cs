using Alerts.Extract.Triggers;

namespace Alerts.Extract.Languages;

/// <summary>A verb with what it sets off and what it does to others.</summary>
internal sealed class Verb(string lemma)
{
    public string Lemma { get; } = lemma;

    public VerbClass Classes { get; set; }

    public List<Trigger> Triggers { get; } = [];
}

/// <summary>A noun that means something to the reader: somebody, a body, a law, or a thing a trigger asks for.</summary>
internal sealed class Noun(string lemma)
{
    public string Lemma { get; } = lemma;

    public NounKind Kind { get; set; }

    /// <summary>"Mother", "lawyer", "ally": whoever it names is not the person named beside it.</summary>
    public bool IsRelation { get; set; }

    /// <summary>"Bill", "draft": what it says is not in force yet.</summary>
    public bool IsDraft { get; set; }

    /// <summary>"Decision", "ruling": what it is to do is done where the word of an authority does it.</summary>
    public bool IsDecision { get; set; }

    /// <summary>"Lawyer", "minister": a full name beside it in its own case is its holder's.</summary>
    public bool IsOffice { get; set; }

    public List<Trigger> Triggers { get; } = [];

    /// <summary>An event by itself ("arrest"), not only in a phrase beside a name ("X, in prison since May").</summary>
    public bool IsEvent => Triggers.Exists(t => t.Role != CaseRole.Beside);
}

/// <summary>One written form of the pack's vocabulary, with everything it can be.</summary>
internal sealed class Lexeme(string form)
{
    public static readonly Lexeme Unknown = new("");

    public string Form { get; } = form;

    public WordClass Classes { get; set; }

    public Verb? Verb { get; set; }

    public VerbForm Forms { get; set; }

    public Noun? Noun { get; set; }

    public Feature Features { get; set; }

    /// <summary>Of a number word, month (1..12), weekday (Sunday 0) or ordinal.</summary>
    public double Value { get; set; } = -1;

    /// <summary>Of a word that says a length by itself: "двухлетний".</summary>
    public Cases.Term? Term { get; set; }

    /// <summary>Of a unit: Y, M, W, D, H.</summary>
    public char Unit { get; set; }

    /// <summary>The gender of whom it stands before: "Ms".</summary>
    public Feature Shows { get; set; }

    /// <summary>A phrase of time begins with it: "yesterday".</summary>
    public bool OpensTime { get; set; }

    /// <summary>The pack says nothing of it, though one of its phrases may hold it.</summary>
    public bool IsUnknown => !OpensTime && Verb is null && Noun is null && Classes == WordClass.None && Term is null;

    /// <summary>A place in a phrase that any word of a class fills: <c>&lt;country&gt;</c>.</summary>
    public WordClass StandsFor { get; init; }

    public bool Is(WordClass any) => (Classes & any) != 0;

    /// <summary>Is it the word that a phrase has in this place, or of the class that may stand there?</summary>
    public bool Meets(Lexeme? place) => this == place || (place is not null && Is(place.StandsFor));

    public bool Has(VerbForm any) => (Forms & any) != 0;
}
