using Alerts.Cases;

namespace Alerts.Extract.Time;

/// <summary>
/// What year, month or week is meant where the words leave it out. A year is taken, in this order, from what was dated before in the sentence, from the same day
/// dated elsewhere in the text, from what was told just before, from the publication date backwards, from the title.
/// </summary>
internal sealed partial class TimeLine
{
    private EventTime WithoutYear(TimeExpression time, Scene scene)
    {
        if (time.FromEvent)
        {
            return Beside(time, scene);
        }

        if (time.IsLast)
        {
            return Present is { } now ? new EventTime(FromPublication(time, now, false), DateBasis.Relative) : default;
        }

        var chain = Chain;
        var recent = chain.Sentence >= sentence - 1 ? chain.Date : null;
        if (Anchor is { } day)
        {
            if (!scene.LiesAhead && scene.Date is { } set && set.Year <= day.Year && InStep(time, set, false, day) is { } stepped)
            {
                return new EventTime(stepped, DateBasis.Relative);
            }

            return recent is { Month: not null } before && before.Year < day.Year && InStep(time, before, scene.IsEarlier, day) is { } chained
                ? new EventTime(chained, DateBasis.Relative)
                : new EventTime(FromPublication(time, day, scene.LiesAhead), DateBasis.Relative);
        }

        if (scene.Date is { } here)
        {
            return Stated(Follows(time, here, false));
        }

        // A story that went on into the next year is no longer in its heading's.
        if (chain.Date is { Month: not null } late && late.Year > Math.Max(sectionYear, titleYear) && sentence - chain.Sentence <= Reach && sectionYear > 0)
        {
            return Stated(Follows(time, late, scene.IsEarlier));
        }

        if (sectionYear > 0 || titleYear > 0)
        {
            return Stated(sectionYear > 0 ? sectionYear : titleYear);
        }

        if (LastDated(Reach) is { } near && Follows(time, near, scene.IsEarlier) is var soon && Math.Abs(((soon - near.Year) * 12) + time.Month - near.Month!.Value) <= Near)
        {
            return Stated(soon);
        }

        if (time.IsSeason)
        {
            return recent is { } story ? Stated(Follows(time, story, scene.IsEarlier)) : default;
        }

        var same = dated.Where(d => d.Month == time.Month && d.Day == time.Day && d.Day > 0).Select(d => d.Year).Distinct().ToList();
        if (same.Count == 1)
        {
            return Stated(same[0]);
        }

        if (recent is { } told)
        {
            return Stated(Follows(time, told, scene.IsEarlier));
        }

        var month = dated.Where(d => d.Month == time.Month).Select(d => d.Year).Distinct().ToList();
        return month.Count == 1 ? Stated(month[0])
            : chain.Date is { } earlier ? Stated(Follows(time, earlier, scene.IsEarlier))
            : default;

        EventTime Stated(int year) => new(PartialDate.TryOf(year, time.Month, Or(time.Day)), DateBasis.Stated);
    }

    /// <summary>Months within which a story is most likely to go on.</summary>
    private const int Near = 2;

    /// <summary>"the following June", "the previous October": beside what was told.</summary>
    private EventTime Beside(TimeExpression time, Scene scene)
    {
        if ((scene.Date ?? Chain.Date ?? LastDated(Reach)) is not { } start)
        {
            return default;
        }

        var month = start.Month ?? (time.Offset > 0 ? 12 : 1);
        var year = start.Year + (time.Offset > 0 ? (time.Month > month ? 0 : 1) : time.Month < month ? 0 : -1);
        return new EventTime(PartialDate.TryOf(year, time.Month, Or(time.Day)), DateBasis.Relative);
    }

    /// <summary>The date in the course of what was told before it, if it has come by this day.</summary>
    private static PartialDate? InStep(TimeExpression time, PartialDate before, bool earlier, DateOnly day) =>
        PartialDate.TryOf(Follows(time, before, earlier), time.Month, Or(time.Day)) is { } date && date.Earliest <= day ? date
        : before.Year < day.Year && PartialDate.TryOf(before.Year, time.Month, Or(time.Day)) is { } same && same.Earliest <= day ? same : null;

    /// <summary>The year of a month told after this date: the same, or the next when it would run backwards; what had gone before runs backwards.</summary>
    private static int Follows(TimeExpression time, PartialDate told, bool earlier) =>
        earlier ? (told.Month is null || time.Month <= told.Month ? told.Year : told.Year - 1)
        : told.Month is null || time.Month >= told.Month ? told.Year : told.Year + 1;

    private static PartialDate? FromPublication(TimeExpression time, DateOnly day, bool mayLieAhead)
    {
        var here = PartialDate.TryOf(day.Year, time.Month, Or(time.Day));
        if (here is not { } date)
        {
            return PartialDate.TryOf(day.Year - 1, time.Month, Or(time.Day));
        }

        if (mayLieAhead)
        {
            var next = PartialDate.TryOf(day.Year + 1, time.Month, Or(time.Day));
            return date.Latest < day && next is { } n && n.Earliest.DayNumber - day.DayNumber < 120 && day.DayNumber - date.Latest.DayNumber > 240 ? next : date;
        }

        return date.Earliest <= day.AddDays(1) ? date : PartialDate.TryOf(day.Year - 1, time.Month, Or(time.Day));
    }

    private EventTime OnWeekday(TimeExpression time, Scene scene)
    {
        // "the following Monday".
        if (time is { FromEvent: true, Day: 0 })
        {
            return Start('D', scene.Date) is { Day: not null } start
                ? new EventTime(PartialDate.Of(start.Earliest.AddDays(time.Offset > 0 ? 1 + ((time.Weekday - (int)start.Earliest.DayOfWeek + 6) % 7) : -1 - (((int)start.Earliest.DayOfWeek - time.Weekday + 6) % 7))), DateBasis.Relative)
                : default;
        }

        // "In November ... on the 24th".
        if (time is { Day: > 0, Weekday: < 0 } && (scene.Date ?? (Chain.Sentence >= sentence - 1 ? Chain.Date : null) ?? standing.Date) is { Month: { } month } near)
        {
            var later = near.Day is { } past && time.Day < past ? 1 : 0;
            return new EventTime(PartialDate.TryOf(near.Year + ((month + later - 1) / 12), ((month + later - 1) % 12) + 1, time.Day), DateBasis.Relative);
        }

        if (Present is not { } day)
        {
            return default;
        }

        // "el sábado 27": the nearest such day.
        for (var i = 0; time.Day > 0 && i < 370; i++)
        {
            if (day.AddDays(scene.LiesAhead ? i : -i) is var then && then.Day == time.Day && (time.Weekday < 0 || (int)then.DayOfWeek == time.Weekday))
            {
                return new EventTime(PartialDate.Of(then), DateBasis.Relative);
            }
        }

        // "last Tuesday" on a Tuesday is a week ago.
        var back = ((int)day.DayOfWeek - time.Weekday + 7) % 7;
        back = back == 0 && time.IsLast ? 7 : back;
        return new EventTime(PartialDate.Of(scene.LiesAhead && back > 0 ? day.AddDays(7 - back) : day.AddDays(-back)), DateBasis.Relative);
    }
}
