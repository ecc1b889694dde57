using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>What all sightings of an event together say of it.</summary>
internal sealed record Account
{
    public required CaseEventType Type { get; init; }

    public PartialDate? Date { get; private init; }

    public DateBasis DateBasis { get; private init; }

    public string? Term { get; private init; }

    public string? Detail { get; private init; }

    public required double Confidence { get; init; }

    public IReadOnlyList<Dispute> Disputes { get; private init; } = [];

    /// <param name="sightings">The clearest first.</param>
    public static Account Of(IReadOnlyList<CaseEvent> sightings)
    {
        var type = sightings[0].Type;
        var dated = Dated(sightings);
        var term = Poll.Of("term", sightings, s => s.Term);
        var detail = Poll.Of("detail", sightings, s => Claims.Specific(s.Detail));
        return new Account
        {
            Type = type,
            Date = dated.Sighting?.Date,
            DateBasis = dated.Sighting?.DateBasis ?? sightings[0].DateBasis,
            Term = term.Kept,
            Detail = detail.Kept ?? sightings.Select(s => s.Detail).FirstOrDefault(d => d is not null),
            Confidence = Corroboration.Confidence(sightings),
            Disputes = [.. new[] { dated.Dispute, term.Dispute, detail.Dispute }.OfType<Dispute>()],
        };
    }

    /// <summary>A date that a text states beats one taken from publication; of stated days, the one that most sources name; else the sharpest.</summary>
    private static (CaseEvent? Sighting, Dispute? Dispute) Dated(IReadOnlyList<CaseEvent> sightings)
    {
        var stated = sightings.Where(s => s.Date is not null && s.DateBasis != DateBasis.Published).ToList();
        var days = Poll.Of("date", stated, s => s.Date is { Day: not null } day ? day.ToString() : null);
        var kept = days.Kept is { } day ? stated.First(s => s.Date?.ToString() == day) : stated.FirstOrDefault();
        return (kept ?? sightings.FirstOrDefault(s => s.Date is not null), days.Dispute);
    }
}
