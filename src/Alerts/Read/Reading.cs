namespace Alerts.Read;

/// <summary>Why a document that arrived could not be read.</summary>
public enum ReadProblem
{
    None,
    WrongCharset,
    NoText,
    Malformed,
    UnsupportedType,

    /// <summary>A page that says it is missing, or its site down, in the place of the content.</summary>
    ErrorPage,

    /// <summary>The source's selector matches nothing.</summary>
    NothingSelected,
}

/// <summary>An article, or the named reason why there is none.</summary>
public sealed record Reading
{
    public Article? Article { get; private init; }

    public ReadProblem Problem { get; private init; }

    /// <summary>A sentence for the operator: what is wrong and how to mend it.</summary>
    public string? Explanation { get; private init; }

    public static Reading Of(Article article) => new() { Article = article };

    public static Reading Failed(ReadProblem problem, string explanation) => new() { Problem = problem, Explanation = explanation };
}
