using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Alerts.Read;

/// <summary>The day of publication where a page only shows it to its readers: a line of its own beside the headline, or what the page's builder calls its date.</summary>
internal static partial class VisibleDate
{
    /// <summary>Lines before and after the headline.</summary>
    private const int Beside = 3;

    /// <summary>Characters of a line that tells a date and little else.</summary>
    private const int Longest = 120;

    /// <summary>Elements that are called dates, and pieces of each, that are looked at.</summary>
    private const int Most = 50;

    /// <summary>Each month in English, Russian, Spanish and French, whole or cut as it is in a date.</summary>
    private static readonly string[] Months =
    [
        "january jan января янв enero ene janvier janv", "february feb февраля фев febrero février fevrier févr", "march mar марта мар marzo mars", "april apr апреля апр abril abr avril avr",
        "may мая май mayo mai", "june jun июня июн junio juin", "july jul июля июл julio juillet juil", "august aug августа авг agosto ago août aout", "september sept sep сентября сен septiembre septembre",
        "october oct октября окт octubre octobre", "november nov ноября ноя noviembre novembre", "december dec декабря дек diciembre dic décembre decembre déc",
    ];

    private static readonly FrozenDictionary<string, int> MonthByName = Months.Index()
        .SelectMany(m => m.Item.Split(' ').Select(name => (name, m.Index + 1)))
        .ToFrozenDictionary(m => m.name, m => m.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands around the date on a line that tells nothing else.</summary>
    private static readonly FrozenSet<string> Labels = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "published", "posted", "publication", "date", "released", "on", "at", "am", "pm", "utc", "gmt", "msk", "опубликовано", "опубликована", "публикация", "дата", "публикации", "г", "года", "в", "publicado", "publicada", "fecha", "el",
        "publié", "publiée", "le", "à", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "h", "th", "st", "nd", "rd");

    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "date", "dateline", "byline", "published", "publish", "posted", "pubdate", "publication", "timestamp", "datetime");

    /// <summary>A date of something else: of an event, of a change, of another article.</summary>
    private static readonly string[] OtherNames =
        ["event", "start", "end", "deadline", "due", "birth", "death", "updat", "modif", "comment", "related", "sidebar", "footer", "archive", "calendar", "expir", "recent", "latest", "hearing", "session"];

    /// <returns>The day; null where there is none, or more than one that it could be.</returns>
    public static DateOnly? Of(HtmlDocument page) => Only(BesideHeadline(page)) ?? Only(Named(page));

    private static DateOnly? Only(IEnumerable<DateOnly?> days) => days.OfType<DateOnly>().Distinct().Take(2).ToList() is [var day] ? day : null;

    private static IEnumerable<DateOnly?> BesideHeadline(HtmlDocument page)
    {
        var title = PageTitle.Of(page);
        var lines = Layout.Of(page.DocumentNode).Blocks().Select(b => b.Text).ToList();
        var at = title.Length == 0 ? -1 : lines.FindIndex(l => l.Length <= title.Length * 2 && PageTitle.IsSame(l, title));
        return at < 0 ? [] : lines.Take(Math.Max(at - Beside, 0)..(at + Beside + 1)).Select(AsLine);
    }

    private static IEnumerable<DateOnly?> Named(HtmlDocument page) => page.Elements()
        .Where(e => e.NodeType == HtmlNodeType.Element && Words(e).Any(Names.Contains))
        .Take(Most)
        .Where(e => !e.AncestorsAndSelf().Any(IsOther))
        .Select(e => Within(Line(e)));

    private static bool IsOther(HtmlNode element) =>
        element.Name is "nav" or "aside" or "footer" || Words(element).Any(w => OtherNames.Any(o => w.StartsWith(o, StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Words(HtmlNode element) => $"{element.GetAttributeValue("class", "")} {element.Id}" is { Length: > 1 and <= Longest } hints
        ? Word().Matches(hints).Select(m => m.Value)
        : [];

    /// <returns>The text within; empty for one that is long.</returns>
    private static string Line(HtmlNode element)
    {
        var text = "";
        foreach (var piece in element.DescendantsAndSelf().Take(Most).OfType<HtmlTextNode>())
        {
            text += $"{piece.Text} ";
            if (text.Length > Longest)
            {
                return "";
            }
        }

        return Markup.OneLine(System.Net.WebUtility.HtmlDecode(text));
    }

    /// <returns>The date of a line that holds nothing else.</returns>
    private static DateOnly? AsLine(string line) => line.Length <= Longest && Dates(line) is [var (day, found)] && Letters().Matches(line.Remove(found.Index, found.Length)).All(w => Labels.Contains(w.Value)) ? day : null;

    /// <returns>The only date of a line, which may name the author too.</returns>
    private static DateOnly? Within(string line) => Dates(line) is [var (day, _)] ? day : null;

    private static List<(DateOnly Day, Match Found)> Dates(string line) =>
        [.. Written().Matches(line).Select(m => (Day: Day(m), Found: m)).Where(d => d.Day is not null).Select(d => (d.Day!.Value, d.Found))];

    private static DateOnly? Day(Match date)
    {
        var month = MonthByName.TryGetValue(date.Groups["name"].Value, out var named) ? named : Number("month");
        var (year, day) = (Number("year"), Number("day"));
        return month is >= 1 and <= 12 && year > 0 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

        int Number(string group) => int.TryParse(date.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>Day, month by name and year; month, day and year; ISO 8601; and day.month.year. With slashes nobody knows which is the month.</summary>
    [GeneratedRegex(
        """
        (?<![\d./-])(?:
          (?<day>\d{1,2})(?:st|nd|rd|th|er|º)?\s+(?:de\s+)?(?<name>\p{L}{3,10})\.?,?\s+(?:de\s+)?(?<year>(?:19|20)\d\d)
          | (?<name>\p{L}{3,10})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>(?:19|20)\d\d)
          | (?<year>(?:19|20)\d\d)-(?<month>\d\d)-(?<day>\d\d)
          | (?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)
        )(?![\d/-])
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Written();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
