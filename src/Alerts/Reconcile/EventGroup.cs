using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>How well a sighting goes with a group.</summary>
internal enum Fit
{
    No,

    /// <summary>It is the same event, told otherwise.</summary>
    Disputes,
    Agrees,
}

/// <summary>Sightings of one event, as they are gathered; within the grouping only.</summary>
internal sealed class EventGroup
{
    /// <summary>How far two stated days of one event lie apart at most: evening and next morning, a day for the news to travel.</summary>
    public const int NearDays = 2;

    /// <summary>Only of a month or less can it be said that two tellings mean the same.</summary>
    private const int SharpDays = 31;

    private readonly HashSet<(Uri Page, string? Version)> articles = [];
    private readonly HashSet<CaseEventType> types = [];
    private string? term;
    private string? detail;

    public EventGroup(CaseEvent clearest)
    {
        Window = clearest.Possible();
        Start = clearest.Date?.Earliest.DayNumber ?? clearest.Evidence.SeenOn().DayNumber;
        Add(clearest);
    }

    /// <summary>What a person has decided about stands, with all that was read of it.</summary>
    public EventGroup(RecordedEvent decided)
    {
        Decided = decided;
        var edited = decided.Sightings[0] with { Type = decided.Type, Date = decided.Date, DateBasis = decided.DateBasis, Term = decided.Term, Detail = decided.Detail };
        Window = edited.Possible();
        Start = decided.Placed().Earliest.DayNumber;
        types.Add(decided.Type);
        (term, detail) = (decided.Term, Claims.Specific(decided.Detail));
        foreach (var sighting in decided.Sightings)
        {
            Hold(sighting);
        }
    }

    public RecordedEvent? Decided { get; }

    /// <summary>The days on which it can have happened, by all that agree.</summary>
    public Days Window { get; private set; }

    /// <summary>The day it is placed at.</summary>
    public int Start { get; }

    public List<CaseEvent> Sightings { get; } = [];

    public Fit Judge(CaseEvent sighting)
    {
        if (!types.Contains(sighting.Type))
        {
            return Fit.No;
        }

        var sameArticle = articles.Contains(Article(sighting));
        var possible = sighting.Possible();
        var byDate = Window.Overlap(possible) ? Fit.Agrees
            : Claims.IsOnce(sighting.Type) || (!sameArticle && IsNear(sighting, possible)) ? Fit.Disputes
            : Fit.No;
        var contradicts = Claims.Contradict(term, sighting.Term) || Claims.Contradict(detail, Claims.Specific(sighting.Detail));
        return byDate == Fit.No || !contradicts ? byDate
            : !sameArticle && Window.Count <= SharpDays && possible.Count <= SharpDays && Claims.AreComparable(sighting.Type, term, sighting.Term) ? Fit.Disputes
            : Fit.No;
    }

    /// <returns>Lower for a group that the sighting is likelier about, among those it fits equally.</returns>
    public (int Unmatched, int Distance) Remoteness(CaseEvent sighting)
    {
        var matched = (term is not null && term == sighting.Term ? 1 : 0) + (detail is not null && detail == sighting.Detail ? 1 : 0);
        return (-matched, Math.Abs(Start - (sighting.Date?.Earliest ?? sighting.Evidence.SeenOn()).DayNumber));
    }

    public void Add(CaseEvent sighting)
    {
        var possible = sighting.Possible();
        Window = Window.Overlap(possible) ? Window.Both(possible) : Window;
        term ??= sighting.Term;
        detail ??= Claims.Specific(sighting.Detail);
        Hold(sighting);
    }

    private bool IsNear(CaseEvent sighting, Days possible) =>
        !Claims.Recurs(sighting.Type) && sighting.DateBasis != DateBasis.Published && possible.Count == 1 && Window.Count == 1
        && Math.Abs(possible.From - Window.From) <= NearDays;

    private void Hold(CaseEvent sighting)
    {
        types.Add(sighting.Type);
        articles.Add(Article(sighting));
        Sightings.Add(sighting);
    }

    private static (Uri Page, string? Version) Article(CaseEvent sighting) => (sighting.Evidence.Url, sighting.Evidence.Digest);
}
