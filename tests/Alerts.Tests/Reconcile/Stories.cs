using Alerts.Cases;
using Alerts.Reconcile;

namespace Alerts.Tests.Reconcile;

/// <summary>Cases and sightings that the tests of this folder tell their stories with.</summary>
internal static class Stories
{
    public static readonly Case Prisoner = new() { Id = "amira-odan", Kind = CaseKind.Person, Name = "Amira Odan", Country = "KZ" };

    public static readonly Case Union = new() { Id = "free-union", Kind = CaseKind.Organization, Name = "Free Union" };

    public static readonly Case Reform = new()
    {
        Id = "protest-law",
        Kind = CaseKind.Law,
        Name = "Protest law",
        Due = PartialDate.Parse("2019-12"),
    };

    public static readonly DateTimeOffset Now = new(2019, 10, 31, 12, 0, 0, TimeSpan.Zero);

    public static CaseFile NewFile(Case? watched = null) => new() { Case = watched ?? Prisoner, State = Fold.State(watched ?? Prisoner, []) };

    public static CaseEvent Sighting(
        CaseEventType type,
        string? date = null,
        string? term = null,
        string? detail = null,
        string published = "2019-10-30",
        string page = "a",
        double confidence = 0.9,
        DateBasis basis = DateBasis.Stated) => new()
    {
        CaseId = Prisoner.Id,
        Type = type,
        Date = date is null ? null : PartialDate.Parse(date),
        DateBasis = basis,
        Term = term,
        Detail = detail,
        Confidence = confidence,
        Rule = "test",
        Evidence = new Evidence
        {
            Quote = $"{Word.Of(type)} {date} {term} on page {page}",
            Url = new Uri($"https://news.example/{page}"),
            Published = DateOnly.Parse(published),
            Seen = Now,
        },
    };
}
