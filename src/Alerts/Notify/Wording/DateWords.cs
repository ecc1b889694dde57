using System.Globalization;
using Alerts.Cases;

namespace Alerts.Notify.Wording;

internal static class DateWords
{
    /// <returns>"2019", "October 2019" or "3 October 2019".</returns>
    public static string Of(PartialDate? date) => date switch
    {
        null => "not stated",
        { Month: null } year => year.ToString(),
        { Day: null } month => month.Earliest.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        { } day => day.Earliest.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    /// <returns>"on 3 October 2019", "in October 2019", "between 1 October 2019 and 12 March 2020".</returns>
    public static string On(DateRange days) => days.Earliest == days.Latest
        ? $"on {Of(PartialDate.Of(days.Earliest))}"
        : Whole(days) is { } part
            ? $"in {Of(part)}"
            : $"between {Of(PartialDate.Of(days.Earliest))} and {Of(PartialDate.Of(days.Latest))}";

    /// <returns>"on 3 October 2019", "in October 2019"; null for none.</returns>
    public static string? On(PartialDate? date) => date is { } day ? On(new DateRange(day.Earliest, day.Latest)) : null;

    public static string? Note(RecordedEvent happened) => (happened.Date, happened.DateBasis) switch
    {
        (null, _) or (_, DateBasis.Stated) => null,
        (_, DateBasis.Relative) => "worked out from the date of the article",
        _ => "the date of the article, which gives none for the event",
    };

    /// <returns>The month or the year that is exactly these days.</returns>
    private static PartialDate? Whole(DateRange days) => new[]
    {
        PartialDate.TryOf(days.Earliest.Year, days.Earliest.Month),
        PartialDate.TryOf(days.Earliest.Year),
    }.FirstOrDefault(p => p is { } part && part.Earliest == days.Earliest && part.Latest == days.Latest);
}
