using Alerts.Cases;

namespace Alerts.Extract.Time;

/// <summary>A date some days, weeks, months or years from another, as exact as both allow.</summary>
internal static class Distances
{
    private const int Farthest = 1200;

    /// <summary>From a day: days lead to a day, weeks and months to a month, years to a year.</summary>
    public static PartialDate? From(DateOnly day, char unit, int count)
    {
        if (Math.Abs(count) > Farthest)
        {
            return null;
        }

        return unit switch
        {
            'D' => PartialDate.Of(day.AddDays(count)),
            'W' when day.AddDays(7 * count) is var then => PartialDate.TryOf(then.Year, then.Month),
            'M' when day.AddMonths(count) is var then => PartialDate.TryOf(then.Year, then.Month),
            _ => PartialDate.TryOf(day.Year + count),
        };
    }

    /// <summary>From a month or year: only what holds whichever of its days is meant.</summary>
    public static PartialDate? From(PartialDate start, char unit, int count)
    {
        if (unit == 'Y')
        {
            return PartialDate.TryOf(start.Year + count);
        }

        // "In 2009 ... nine days later": most likely still in that year.
        if (start.Month is null)
        {
            return unit == 'D' && count is > 0 and <= 31 ? PartialDate.TryOf(start.Year) : null;
        }

        return From(start.Earliest, unit, count) is { } first && From(start.Latest, unit, count) is { } last ? Common(first, last) : null;
    }

    private static PartialDate? Common(PartialDate one, PartialDate other) =>
        one == other ? one : one.Year != other.Year ? null : PartialDate.TryOf(one.Year, one.Month == other.Month ? one.Month : null);
}
