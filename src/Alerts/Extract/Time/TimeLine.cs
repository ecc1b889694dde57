using Alerts.Cases;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Time;

/// <param name="Date">null when the words do not settle it.</param>
/// <param name="Basis">How it is known.</param>
internal readonly record struct EventTime(PartialDate? Date, DateBasis Basis);

/// <summary>
/// What day the words of an article mean. A year left out is taken, in this order, from the same day or month dated elsewhere in the text,
/// from what was told just before, from the publication date backwards, from the title.
/// </summary>
internal sealed class TimeLine(DateOnly? published, int titleYear)
{
    private readonly HashSet<(int Year, int Month, int Day)> dated = [];
    private readonly HashSet<int> years = [];
    private int sentence;
    private int chainSentence = -100;
    private PartialDate? chain;
    private int sectionYear;
    private PartialDate? last;
    private int lastSentence;
    private DateOnly? implied;
    private EventTime standing;

    private DateOnly? Anchor => published ?? implied;
    private readonly List<TimeExpression> weekdays = [];

    public void Learn(TimeExpression time)
    {
        if (time is { Day: > 0, Weekday: >= 0 })
        {
            weekdays.Add(time);
        }

        if (time.Year > 0)
        {
            years.Add(time.Year);
            if (time.Month > 0)
            {
                dated.Add((time.Year, time.Month, time.Day));
            }
        }
    }

    /// <summary>
    /// An article that does not say when it was published may say it by a weekday: "this Thursday, 14 April" fits only one of the years it names.
    /// </summary>
    public void Settle()
    {
        foreach (var time in weekdays)
        {
            var fitting = (time.Year > 0 ? [time.Year] : years).Where(y => time.Year > 0 ||  PartialDate.TryOf(y, time.Month, time.Day) is { } date && (int)date.Earliest.DayOfWeek == time.Weekday).ToList();
            implied ??= fitting.Count == 1 ? PartialDate.TryOf(fitting[0], time.Month, time.Day)!.Value.Earliest : null;
        }
    }

    public void BeginSection(int year) => (sectionYear, chain) = (year, null);

    public void BeginPassage() => (chain, standing) = (null, default);

    /// <summary>"19 January." alone dates what follows in its paragraph.</summary>
    public void Stand(EventTime time) => standing = time;

    public EventTime Standing() => standing;

    public void NextSentence() => sentence++;

    /// <summary>What was told here sets the scene for what comes next.</summary>
    public void Note(PartialDate? date)
    {
        if (date is not null)
        {
            (chain, chainSentence) = (date, sentence);
            (last, lastSentence) = date.Value.Month is null ? (last, lastSentence) : (date, sentence);
        }
    }

    /// <param name="time">The words.</param>
    /// <param name="mayLieAhead">They may point to the future.</param>
    /// <param name="scene">What was dated before them in the sentence.</param>
    public EventTime Resolve(TimeExpression time, bool mayLieAhead, PartialDate? scene)
    {
        var sceneYear = scene?.Year ?? 0;
        var known = time.Year > 0 ? new EventTime(PartialDate.TryOf(time.Year, Or(time.Month), time.Month > 0 ? Or(time.Day) : null), DateBasis.Stated)
            : time.IsRelative && time.Month > 0 ? OfYear(time, scene)
            : time.IsRelative ? Relative(time, scene)
            : time.Month > 0 ? WithoutYear(time, mayLieAhead, sceneYear)
            : time.Weekday >= 0 || time.Day > 0 ? OnWeekday(time, mayLieAhead)
            : default;

        // Nothing has happened after it was told.
        return known.Date is { } date && published is { } day && !mayLieAhead && date.Earliest > day.AddDays(1) ? default : known;
    }

    /// <summary>"On 3 May he was tried. He was given ten days": the day told in the sentence before.</summary>
    public EventTime Carried() => chain is { Day: not null } day && chainSentence == sentence - 1 ? new EventTime(day, DateBasis.Relative) : default;

    /// <summary>What is told in the present happened on the day it was published.</summary>
    public EventTime Now() => published is { } day ? new EventTime(PartialDate.Of(day), DateBasis.Published) : default;

    private static int? Or(int part) => part > 0 ? part : null;

    private EventTime OfYear(TimeExpression time, PartialDate? scene) => time.FromEvent
        ? (scene ?? chain ?? (sentence - lastSentence <= 6 ? last : null)) is { } told ? new EventTime(PartialDate.TryOf(told.Year + time.Offset, time.Month, Or(time.Day)), DateBasis.Relative) : default
        : published is { } day
        ? new EventTime(PartialDate.TryOf(day.Year + time.Offset, time.Month, Or(time.Day)), DateBasis.Relative)
        : default;

    private EventTime Relative(TimeExpression time, PartialDate? scene)
    {
        if (time.FromEvent || time.Unit == 'S')
        {
            return (scene ?? (chainSentence >= sentence - 1 ? chain : null) ?? (lastSentence == sentence - 1 ? last : null)) is { } before
                ? new EventTime(time.Unit == 'S' ? before : time.Unit == 'Y' ? PartialDate.TryOf(before.Year + time.Offset) : before.Day is null && !(time.Unit == 'M' && before.Month is not null) ? Near(before, time) : Shift(before.Earliest, time), DateBasis.Relative)
                : default;
        }

        return published is { } day ? new EventTime(Shift(day, time), DateBasis.Relative) : default;
    }

    /// <summary>"In 2009 ... nine days later": most likely still in that year.</summary>
    private static PartialDate? Near(PartialDate before, TimeExpression time) =>
        time.Offset is > 0 and <= 31 && time.Unit == 'D' && before.Month is not 12 ? PartialDate.TryOf(before.Year) : null;

    private static PartialDate? Shift(DateOnly day, TimeExpression time)
    {
        if (Math.Abs(time.Offset) > 1200)
        {
            return null;
        }

        switch (time.Unit)
        {
            case 'D':
                return PartialDate.Of(day.AddDays(time.Offset));
            case 'W':
                var then = day.AddDays(7 * time.Offset);
                return PartialDate.TryOf(then.Year, then.Month);
            case 'M':
                var month = day.AddMonths(time.Offset);
                return PartialDate.TryOf(month.Year, month.Month);
            default:
                return PartialDate.TryOf(day.Year + time.Offset);
        }
    }

    private EventTime WithoutYear(TimeExpression time, bool mayLieAhead, int sceneYear)
    {
        var recent = chain is { } c && chainSentence >= sentence - 1 ? c : (PartialDate?)null;
        if (Anchor is { } day)
        {
            if (recent is { Month: not null } told && told.Year < day.Year && Follows(time, told) is { } year && PartialDate.TryOf(year, time.Month, Or(time.Day)) is { } chained && chained.Earliest <= day)
            {
                return new EventTime(chained, DateBasis.Relative);
            }

            return sceneYear > 0 && sceneYear < day.Year && PartialDate.TryOf(sceneYear, time.Month, Or(time.Day)) is { } scene ? new EventTime(scene, DateBasis.Relative)
                : new EventTime(FromPublication(time, day, mayLieAhead), DateBasis.Relative);
        }

        if (sectionYear > 0 || sceneYear > 0 || titleYear > 0)
        {
            return Stated(sceneYear > 0 ? sceneYear : sectionYear > 0 ? sectionYear : titleYear);
        }

        if (last is { } near && sentence - lastSentence <= 6 && Follows(time, near) is { } soon && ((soon - near.Year) * 12) + time.Month - near.Month <= 2)
        {
            return Stated(soon);
        }

        var same = dated.Where(d => d.Month == time.Month && d.Day == time.Day && d.Day > 0).Select(d => d.Year).Distinct().ToList();
        if (same.Count == 1)
        {
            return Stated(same[0]);
        }

        if (recent is { } before && Follows(time, before) is { } next)
        {
            return Stated(next);
        }

        var month = dated.Where(d => d.Month == time.Month).Select(d => d.Year).Distinct().ToList();
        return month.Count == 1 ? Stated(month[0])
            : chain is { } earlier && Follows(time, earlier) is { } later ? Stated(later)
            : default;

        EventTime Stated(int year) => new(PartialDate.TryOf(year, time.Month, Or(time.Day)), DateBasis.Stated);
    }

    /// <summary>The year of a month told after this date: the same, or the next when it would run backwards.</summary>
    private static int? Follows(TimeExpression time, PartialDate told) =>
        told.Month is null || time.Month >= told.Month ? told.Year : told.Year + 1;

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

    private EventTime OnWeekday(TimeExpression time, bool mayLieAhead)
    {
        if (published is not { } day)
        {
            return default;
        }

        // "el sábado 27": the nearest such day.
        for (var i = 0; time.Day > 0 && i < 370; i++)
        {
            if (day.AddDays(mayLieAhead ? i : -i) is var then && then.Day == time.Day && (time.Weekday < 0 || (int)then.DayOfWeek == time.Weekday))
            {
                return new EventTime(PartialDate.Of(then), DateBasis.Relative);
            }
        }

        var back = ((int)day.DayOfWeek - time.Weekday + 7) % 7;
        return new EventTime(PartialDate.Of(mayLieAhead && back > 0 ? day.AddDays(7 - back) : day.AddDays(-back)), DateBasis.Relative);
    }
}
