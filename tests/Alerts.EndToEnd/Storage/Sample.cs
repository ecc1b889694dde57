using Alerts.Cases;

namespace Alerts.EndToEnd.Storage;

/// <summary>Invented cases and what happened to them.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Case Person = new()
    {
        Id = "ilyas-marat",
        Kind = CaseKind.Person,
        Name = "Ilyas Marat",
        Aliases = ["Ильяс Марат"],
        Country = "KZ",
        Tags = ["unions"],
    };

    public static readonly CaseState Imprisoned = new()
    {
        Status = CaseStatus.Imprisoned,
        Since = PartialDate.Parse("2025-11"),
        ByEvent = Id(0),
        Sentence = "P5Y",
        EndOfTerm = new DateRange(new DateOnly(2030, 11, 1), new DateOnly(2030, 11, 30)),
        Sentences = [new RunningSentence(Id(0), "P5Y")],
        Bans = [new Ban(Id(3))],
    };

    public static string Id(int number) => StableId.Of("event", $"{number}");

    public static RecordedEvent Event(int number, int evidence = 1) => new()
    {
        Id = Id(number),
        Type = CaseEventType.Sentenced,
        Date = PartialDate.Parse("2025-11"),
        Term = "P5Y",
        Standing = Standing.Accepted,
        Confidence = 0.9,
        Sightings = [.. Enumerable.Range(0, evidence).Select(n => Sighting(number, n))],
    };

    public static CaseEvent Sighting(int number, int sighting) => new()
    {
        CaseId = Person.Id,
        Type = CaseEventType.Sentenced,
        Date = PartialDate.Parse("2025-11"),
        Term = "P5Y",
        Confidence = 0.9,
        Rule = "test",
        Evidence = Evidence(number, sighting),
    };

    public static Evidence Evidence(int number, int sighting) => new()
    {
        Quote = $"In November a court in Aksu gave Ilyas Marat five years, our correspondent {number}/{sighting} reports. 😀",
        Url = new Uri($"https://news.example/{number}/{sighting}"),
        SourceId = "example-news",
        Digest = StableId.Digest([(byte)number]),
        Published = new DateOnly(2025, 11, 20),
        Seen = Noon,
    };

    public static CaseChange Change(RecordedEvent recorded) => new()
    {
        Id = StableId.Of(Person.Id, recorded.Id, "1"),
        CaseId = Person.Id,
        Event = recorded,
        Before = CaseState.Unknown,
        After = Imprisoned,
        At = Noon,
    };
}
