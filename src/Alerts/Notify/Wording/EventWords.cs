using Alerts.Cases;

namespace Alerts.Notify.Wording;

/// <summary>What happened, as it follows a name: "sentenced to 5 months".</summary>
internal static class EventWords
{
    /// <param name="happened">The event.</param>
    /// <param name="now">Tells a hearing to come from one held.</param>
    public static string Of(RecordedEvent happened, DateTimeOffset now)
    {
        var (term, detail) = (TermWords.Of(happened.Term), DetailWords.Of(happened.Detail));
        return happened.Type switch
        {
            CaseEventType.Sentenced => Sentenced(happened.Detail, term, detail),
            CaseEventType.SentenceChanged => With("sentence changed", term is null ? null : $" to {term}", detail),
            CaseEventType.Released => Released(happened.Detail, detail),
            CaseEventType.Hearing => With(IsToCome(happened, now) ? "court hearing expected" : "court hearing", null, detail),
            CaseEventType.Transferred => happened.Detail == "house-arrest" ? "moved to house arrest" : With("transferred", null, detail),
            CaseEventType.OrgClosed => happened.Detail == "suspended" ? "activity suspended" : With("closed, or ordered to close", null, detail),
            CaseEventType.Banned => With("banned from an activity", term is null ? null : $" for {term}", detail),
            var type => With(Plain(type), null, detail),
        };
    }

    private static bool IsToCome(RecordedEvent happened, DateTimeOffset now) =>
        happened.Date is { } date && date.Earliest > DateOnly.FromDateTime(now.UtcDateTime);

    private static string Sentenced(string? word, string? term, string? detail) => (word, term) switch
    {
        ("life", _) => "sentenced to life in prison",
        ("death", _) => "sentenced to death",
        ("suspended", null) => "given a suspended sentence",
        ("suspended", _) => $"given a suspended sentence of {term}",
        ("fine", null) => "sentenced to a fine",
        ("house-arrest" or "labour", null) => $"sentenced to {detail}",
        ("house-arrest" or "labour", _) => $"sentenced to {term} of {detail}",
        _ => With("sentenced", term is null ? null : $" to {term}", detail),
    };

    private static string Released(string? word, string? detail) => word switch
    {
        "served" => "released, sentence served",
        "parole" or "bail" => $"released on {word}",
        "pardon" => "released by pardon",
        "amnesty" => "released under an amnesty",
        "exchange" => "released in an exchange",
        "conditional" => "released on conditions",
        _ => With("released", null, detail),
    };

    private static string Plain(CaseEventType type) => type switch
    {
        CaseEventType.Convicted => "found guilty",
        CaseEventType.Acquitted => "cleared: acquitted, or charges dropped",
        CaseEventType.AppealRejected => "appeal rejected, sentence upheld",
        CaseEventType.BanLifted => "ban lifted",
        CaseEventType.Hospitalized => "taken to hospital",
        CaseEventType.HungerStrike => "on hunger strike",
        CaseEventType.IllTreated => "ill-treatment reported",
        CaseEventType.Disappeared => "reported missing",
        CaseEventType.Exiled => "forced out of the country",
        CaseEventType.OrgDenied => "registration denied",
        CaseEventType.OrgDesignated => "officially blacklisted",
        CaseEventType.OrgRestored => "restored",
        CaseEventType.LawProposed => "proposed",
        CaseEventType.LawAdopted => "adopted",
        CaseEventType.LawAmended => "amended",
        CaseEventType.LawRepealed => "repealed",
        CaseEventType.Review => "reviewed by an international body",
        _ => Word.Of(type),
    };

    private static string With(string said, string? more, string? detail) => $"{said}{more}{(detail is null ? null : $" ({detail})")}";
}
