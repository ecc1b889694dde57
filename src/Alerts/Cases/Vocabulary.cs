namespace Alerts.Cases;

/// <summary>
/// What an event can be, where a person says so: in an edit, by hand or in an import. What is read from articles does not pass through here;
/// it is bounded by the words of the languages. Place, court, articles, amount, scope and body are free text.
/// </summary>
public static class Vocabulary
{
    private const int LongestDetail = 200;

    private static readonly string[] Sentences = ["life", "death", "suspended", "house-arrest", "fine", "labour", "in absentia"];
    private static readonly string[] Changes = ["reduced", "increased", "commuted"];
    private static readonly string[] Releases = ["served", "parole", "pardon", "amnesty", "bail", "conditional", "exchange", "unspecified"];

    /// <returns>What is wrong with such an event and how to mend it, as one sentence; null where nothing is.</returns>
    /// <param name="kind">The case's kind.</param>
    /// <param name="type">What happened.</param>
    /// <param name="date">When; null where that is not known.</param>
    /// <param name="term">ISO 8601 duration; null for none.</param>
    /// <param name="detail">A word of the vocabulary, or free text where the type takes that; null for none.</param>
    /// <param name="today">The day in UTC.</param>
    public static string? Complaint(CaseKind kind, CaseEventType type, PartialDate? date, string? term, string? detail, DateOnly today) =>
        Complaints(kind, type, date, term, detail, today).Select(c => c.Sentence).FirstOrDefault();

    /// <returns>Everything wrong with such an event: the attribute (<c>type</c>, <c>date</c>, <c>term</c> or <c>detail</c>), and a sentence with the cure.</returns>
    public static IEnumerable<(string Attribute, string Sentence)> Complaints(
        CaseKind kind, CaseEventType type, PartialDate? date, string? term, string? detail, DateOnly today)
    {
        var word = Word.Of(type);
        if (!CanHappenTo(kind, type))
        {
            yield return ("type", $"\"{word}\" cannot happen to a case of kind {Word.Of(kind)}; expected one of: {string.Join(", ", Types(kind).Select(Word.Of))}.");
        }

        // East of Greenwich today begins while it is still yesterday in UTC.
        if (date is { } day && !MayLieAhead(type) && day.Earliest > today.AddDays(1))
        {
            yield return ("date", $"{day} lies in the future, and \"{word}\" is recorded once it has happened; only a hearing or a step of a law may lie ahead.");
        }

        if (term is not null && !TakesTerm(type))
        {
            var cure = type == CaseEventType.Detained ? "an arrest for a term that a court passed is \"sentenced\"" : $"only {Listed(TermTypes)} have one";
            yield return ("term", $"\"{word}\" takes no term; {cure}.");
        }
        else if (term is not null && !Term.TryParse(term, out _))
        {
            yield return ("term", $"\"{term}\" is not a term; expected an ISO 8601 duration such as P5Y, P7Y6M or P15D.");
        }

        if (detail is not null && Details(type) is { } words && !words.Contains(detail))
        {
            yield return ("detail", $"\"{detail}\" is not a detail of \"{word}\"; expected one of: {string.Join(", ", words)}.");
        }
        else if (detail is not null && (detail.Trim().Length is 0 or > LongestDetail || detail.Any(char.IsControl)))
        {
            yield return ("detail", $"the detail of \"{word}\" has to be one line of text, at most {LongestDetail} characters.");
        }
    }

    /// <summary>Told before it happens: a hearing set, a law that comes into force.</summary>
    public static bool MayLieAhead(CaseEventType type) => type is CaseEventType.Hearing || IsOfLaw(type);

    public static bool TakesTerm(CaseEventType type) => TermTypes.Contains(type);

    /// <returns>The only words that the type takes as its detail; null where the detail is free text.</returns>
    public static IReadOnlyList<string>? Details(CaseEventType type) => type switch
    {
        CaseEventType.Sentenced => Sentences,
        CaseEventType.SentenceChanged => [.. Changes, .. Sentences],
        CaseEventType.Released => Releases,
        _ => null,
    };

    public static IEnumerable<CaseEventType> Types(CaseKind kind) => Enum.GetValues<CaseEventType>().Where(type => CanHappenTo(kind, type));

    public static bool CanHappenTo(CaseKind kind, CaseEventType type) => kind switch
    {
        // A person is named a foreign agent like an organization, and struck off that list again.
        CaseKind.Person => type is not (CaseEventType.OrgClosed or CaseEventType.OrgDenied) && !IsOfLaw(type),
        CaseKind.Organization => type is CaseEventType.OrgClosed or CaseEventType.OrgDenied or CaseEventType.OrgDesignated or CaseEventType.OrgRestored
            or CaseEventType.Charged or CaseEventType.Hearing or CaseEventType.Convicted or CaseEventType.Acquitted or CaseEventType.AppealRejected
            or CaseEventType.Fined or CaseEventType.Banned or CaseEventType.BanLifted or CaseEventType.Review,
        _ => type is CaseEventType.Hearing or CaseEventType.Review || IsOfLaw(type),
    };

    private static IReadOnlyList<CaseEventType> TermTypes { get; } =
        [CaseEventType.Sentenced, CaseEventType.SentenceChanged, CaseEventType.Banned, CaseEventType.OrgClosed];

    private static bool IsOfLaw(CaseEventType type) =>
        type is CaseEventType.LawProposed or CaseEventType.LawAdopted or CaseEventType.LawAmended or CaseEventType.LawRepealed;

    private static string Listed(IReadOnlyList<CaseEventType> types) =>
        $"{string.Join(", ", types.SkipLast(1).Select(Word.Of))} and {Word.Of(types[^1])}";
}
