using Alerts.Cases;

namespace Alerts.Reconcile;

/// <summary>
/// Gathers sightings that tell of one event. The clearest found the groups and vaguer ones join the likeliest, so that the result follows
/// from the sightings alone and not from the order in which they came.
/// </summary>
internal sealed class Grouping
{
    /// <summary>Longer than any year: such a run of days is no help in finding a group.</summary>
    private const int LongDays = 400;

    /// <summary>Where groups of so long a run are found; no year has this number.</summary>
    private const int AnyYear = 0;

    private readonly List<EventGroup> groups = [];

    /// <summary>By the year of their days, since a case may have thousands of events.</summary>
    private readonly Dictionary<int, List<int>> byYear = [];

    /// <param name="decided">Events that a person decided about: what is theirs stays theirs.</param>
    /// <param name="sightings">All others.</param>
    public static IReadOnlyList<EventGroup> Of(IEnumerable<RecordedEvent> decided, IEnumerable<CaseEvent> sightings)
    {
        var grouping = new Grouping();
        foreach (var stands in decided)
        {
            grouping.Found(new EventGroup(stands));
        }

        foreach (var sighting in sightings.Order(SightingOrder.Clearest))
        {
            grouping.Place(sighting);
        }

        return grouping.groups;
    }

    private void Place(CaseEvent sighting)
    {
        var likeliest = Near(sighting)
            .Select(i => (Index: i, Group: groups[i], Fit: groups[i].Judge(sighting)))
            .Where(g => g.Fit != Fit.No)
            .OrderByDescending(g => g.Fit)
            .ThenBy(g => g.Group.Remoteness(sighting))
            .ThenBy(g => g.Index)
            .Select(g => g.Group)
            .FirstOrDefault();
        if (likeliest is null)
        {
            Found(new EventGroup(sighting));
        }
        else
        {
            likeliest.Add(sighting);
        }
    }

    private void Found(EventGroup group)
    {
        foreach (var year in Years(group.Window))
        {
            if (!byYear.TryGetValue(year, out var there))
            {
                byYear[year] = there = [];
            }

            there.Add(groups.Count);
        }

        groups.Add(group);
    }

    private IEnumerable<int> Near(CaseEvent sighting)
    {
        var possible = sighting.Possible();
        return sighting.Date is null || Claims.IsOnce(sighting.Type) || possible.Count > LongDays
            ? Enumerable.Range(0, groups.Count)
            : Years(possible with { From = possible.From - EventGroup.NearDays, To = possible.To + EventGroup.NearDays })
                .Append(AnyYear)
                .SelectMany(y => byYear.GetValueOrDefault(y, []))
                .Distinct();
    }

    private static IEnumerable<int> Years(Days days) => days.Count > LongDays
        ? [AnyYear]
        : Enumerable.Range(Year(days.From), Year(days.To) - Year(days.From) + 1);

    private static int Year(int day) => DateOnly.FromDayNumber(Math.Clamp(day, 0, DateOnly.MaxValue.DayNumber)).Year;
}
