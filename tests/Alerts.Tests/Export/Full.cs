using Alerts.Cases;
using Alerts.Watch;

namespace Alerts.Tests.Export;

/// <summary>Things that have something of everything, so that nothing can be lost unnoticed.</summary>
internal static class Full
{
    public static readonly Case Person = new()
    {
        Id = "amira-odan",
        Kind = CaseKind.Person,
        Name = "Amira \"Ami\" Odan",
        Aliases = ["Амира Одан", "Odan, Amira", "=Odan", "- Ami"],
        Country = "KZ",
        Tags = ["activist", "null"],
        Gender = Gender.Female,
        TimeZone = "Asia/Almaty",
        Links = [new Uri("https://example.org/amira?a=1#b")],
    };

    public static readonly Case Law = new() { Id = "river-act", Kind = CaseKind.Law, Name = "River Act", Due = PartialDate.Parse("2031-12") };

    public static readonly CaseEvent Sighting = new()
    {
        CaseId = "amira-o",
        Type = CaseEventType.Sentenced,
        Date = PartialDate.Parse("2019-10-16"),
        DateBasis = DateBasis.Relative,
        Term = "P5M",
        Detail = "in absentia",
        Confidence = 0.8123456789012345,
        Factors = [new ConfidenceFactor("name", 0.9), new ConfidenceFactor("wording", 1)],
        Rule = "sentenced/active",
        Evidence = new Evidence
        {
            Quote = "+ \"Five months\", the court\r\n\tsaid; 😀 она — null",
            Url = new Uri("https://news.example/a%20b?c=%D0%B0"),
            SourceId = "news",
            Digest = StableId.Digest("news"u8),
            Published = new DateOnly(2019, 10, 17),
            Seen = new DateTimeOffset(2019, 10, 18, 6, 30, 1, TimeSpan.FromHours(6)).AddTicks(1234567),
            StoodBefore = true,
        },
        Order = 3,
    };

    public static readonly RecordedEvent Event = new()
    {
        Id = StableId.Of("event"),
        Type = CaseEventType.SentenceChanged,
        Date = PartialDate.Parse("2019-10"),
        DateBasis = DateBasis.Published,
        Term = "P6M",
        Detail = "reduced",
        Standing = Standing.Retracted,
        Doubt = Doubt.Impossible,
        Confidence = 0.93,
        Disputes = [new Dispute("term", [new DisputedValue("P5M", 2), new DisputedValue("P6M", 1)])],
        Sightings = [Sighting, Sighting with { Date = null, Evidence = Sighting.Evidence with { Quote = "'quoted'" } }],
        Told = StableId.Of("told"),
        Corrected = StableId.Of("corrected"),
        Decisions =
        [
            new Decision { Standing = Standing.Accepted, By = "before", At = new DateTimeOffset(2019, 10, 30, 0, 0, 0, TimeSpan.Zero) },
            new Decision
        {
            Standing = Standing.Retracted,
            By = "@desk",
            At = new DateTimeOffset(2019, 11, 1, 0, 0, 0, TimeSpan.Zero),
            Note = "Two lines:\nthe second.",
            Edit = new EventEdit { Type = CaseEventType.SentenceChanged, Date = PartialDate.Parse("2019"), Term = "P6M", Detail = "reduced" },
        }],
    };

    public static readonly Source Api = new()
    {
        Id = "rulings",
        Kind = SourceKind.Json,
        Url = new Uri("https://example.org/api"),
        Name = "Rulings: all",
        Json = new JsonPaths("data.rulings", "body", "name", "decided", "page"),
        Every = TimeSpan.FromMinutes(90),
        Expect = TimeSpan.FromDays(30),
        Notify = SourceNotify.AnyChange,
    };

    public static readonly Source List = new()
    {
        Id = "news",
        Kind = SourceKind.List,
        Url = new Uri("https://example.org/news"),
        Name = "news",
        Follow = "/news/*",
        Select = "//div[@id='news']",
        Exclude = ".newsletter",
    };
}
