using Alerts.Cases;
using Alerts.Extract.Languages;

namespace Alerts.Extract.Time;

/// <param name="Date">null when the words do not settle it.</param>
/// <param name="Basis">How it is known.</param>
internal readonly record struct EventTime(PartialDate? Date, DateBasis Basis);

/// <param name="Date">What was dated before in the sentence.</param>
/// <param name="LiesAhead">The words may point to the future.</param>
/// <param name="IsEarlier">The verb tells what had gone before.</param>
internal readonly record struct Scene(PartialDate? Date, bool LiesAhead = false, bool IsEarlier = false);

/// <summary>
/// What day the words of an article mean: it knows when the article was published, what it dates anywhere, and what it has told so far.
/// </summary>
internal sealed partial class TimeLine(DateOnly? published, int titleYear)
{
    /// <summary>How many sentences back a day may lie that "the next day" starts from.</summary>
    private const int Reach = 8;

    private readonly HashSet<(int Year, int Month, int Day)> dated = [];
    private readonly HashSet<int> years = [];
    private readonly List<TimeExpression> weekdays = [];
    private readonly List<(int Sentence, PartialDate Date)> told = [];
    private int sentence;
    private int passage;
    private int sectionYear;
    private DateOnly? implied;
    private DateOnly? latest;
    private EventTime standing;
    private EventTime section;
    private PartialDate? label;

    private DateOnly? Anchor => published ?? implied;

    /// <summary>What "last month" counts back from: the publication, else the last day that the text knows.</summary>
    private DateOnly? Present => Anchor ?? latest;

    /// <summary>The last date told in this passage, and its sentence.</summary>
    private (int Sentence, PartialDate? Date) Chain => told.Count > passage ? (told[^1].Sentence, told[^1].Date) : (-100, null);

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
            var fitting = (time.Year > 0 ? [time.Year] : years).Where(y => time.Year > 0 || (PartialDate.TryOf(y, time.Month, time.Day) is { } date && (int)date.Earliest.DayOfWeek == time.Weekday)).ToList();
            implied ??= fitting.Count == 1 ? PartialDate.TryOf(fitting[0], time.Month, time.Day)?.Earliest : null;
        }

        latest = dated.Where(d => d.Day > 0).Select(d => PartialDate.TryOf(d.Year, d.Month, d.Day)?.Earliest).Max();
    }

    /// <param name="year">What the heading names, or 0.</param>
    public void BeginSection(int year) => (sectionYear, section, passage) = (year, default, told.Count);

    public void BeginPassage() => (passage, standing) = (told.Count, section);

    /// <summary>"19 January." alone dates what follows in its paragraph; as a heading, in its section. Its year goes on from the one before it.</summary>
    public void Stand(TimeExpression time, bool inSection)
    {
        standing = Resolve(time, new Scene(label));
        label = standing.Date ?? label;
        section = inSection ? standing : section;
    }

    public EventTime Standing() => standing;

    /// <summary>How many sentences were read before this one.</summary>
    public int Sentence => sentence;

    public void NextSentence() => sentence++;

    /// <summary>What was told here sets the scene for what comes next.</summary>
    public void Note(PartialDate? date)
    {
        if (date is { } day)
        {
            told.Add((sentence, day));
        }
    }

    public EventTime Resolve(TimeExpression time, Scene scene)
    {
        var known = time.Year > 0 ? new EventTime(PartialDate.TryOf(time.Year, Or(time.Month), time.Month > 0 ? Or(time.Day) : null), DateBasis.Stated)
            : time.IsRelative && time.Month > 0 ? OfYear(time, scene)
            : time.IsRelative ? Relative(time, scene)
            : time.Month > 0 ? WithoutYear(time, scene)
            : time.Weekday >= 0 || time.Day > 0 ? OnWeekday(time, scene)
            : default;

        // Nothing has happened after it was told.
        return known.Date is { } date && published is { } day && !scene.LiesAhead && date.Earliest > day.AddDays(1) ? default
            : time.IsSeason && known.Date is { } month ? known with { Date = PartialDate.TryOf(month.Year) }
            : known;
    }

    /// <summary>"On 3 May he was tried. He was given ten days": the day told in the sentence before.</summary>
    public EventTime Carried() => Chain is { Date: { Day: not null } day } chain && chain.Sentence == sentence - 1 ? new EventTime(day, DateBasis.Relative) : default;

    /// <summary>What is told in the present happened on the day it was published.</summary>
    public EventTime Now() => published is { } day ? new EventTime(PartialDate.Of(day), DateBasis.Published) : default;

    private static int? Or(int part) => part > 0 ? part : null;

    private EventTime OfYear(TimeExpression time, Scene scene) => time.FromEvent
        ? (scene.Date ?? Chain.Date ?? LastDated(Reach)) is { } before ? new EventTime(PartialDate.TryOf(before.Year + time.Offset, time.Month, Or(time.Day)), DateBasis.Relative) : default
        : Present is { } day
        ? new EventTime(PartialDate.TryOf(day.Year + time.Offset, time.Month, Or(time.Day)), DateBasis.Relative)
        : default;

    private EventTime Relative(TimeExpression time, Scene scene)
    {
        if (!time.FromEvent && time.Unit != 'S')
        {
            return Present is { } day ? new EventTime(Distances.From(day, time.Unit, time.Offset), DateBasis.Relative) : default;
        }

        return Start(time is { Unit: 'S', FromEvent: true } ? 'Y' : time.Unit, scene.Date) is not { } start ? default
            : new EventTime(time.Unit == 'S' ? start : start.Day is not null ? Distances.From(start.Earliest, time.Unit, time.Offset) : Distances.From(start, time.Unit, time.Offset), DateBasis.Relative);
    }

    /// <summary>What a distance starts from: the last date that is as exact as its unit, in the sentence or told shortly before; else the last one at all.</summary>
    private PartialDate? Start(char unit, PartialDate? scene)
    {
        if (scene is { } here && IsExact(here, unit))
        {
            return here;
        }

        var exact = told.FindLastIndex(t => IsExact(t.Date, unit));
        return exact >= 0 && sentence - told[exact].Sentence <= (unit is 'D' or 'W' or 'S' ? Reach : 1) && !(scene is { } other && !other.Overlaps(told[exact].Date)) ? told[exact].Date
            : scene ?? (Chain.Sentence >= sentence - (unit == 'S' ? Reach : 1) ? Chain.Date : null) ?? LastDated(1);
    }

    private static bool IsExact(PartialDate date, char unit) => unit == 'Y' || (unit == 'M' ? date.Month : date.Day) is not null;

    /// <summary>The last month or day told within so many sentences.</summary>
    private PartialDate? LastDated(int reach) =>
        told.FindLastIndex(t => t.Date.Month is not null) is >= 0 and var last && sentence - told[last].Sentence <= reach ? told[last].Date : null;
}
