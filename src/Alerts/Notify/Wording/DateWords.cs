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

    public static string? Note(RecordedEvent happened) => (happened.Date, happened.DateBasis) switch
    {
        (null, _) or (_, DateBasis.Stated) => null,
        (_, DateBasis.Relative) => "worked out from the date of the article",
        _ => "the date of the article, which gives none for the event",
    };
}
