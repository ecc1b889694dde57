using System.Globalization;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>Whether a list or feed is what it usually is: a redesign, an error page or a broken filter must not pass for silence.</summary>
public static class Completeness
{
    public const string ShrunkenOutcome = "shrunken";
    public const string StaleOutcome = "stale";

    /// <summary>A source that names fewer articles has no usual count to speak of.</summary>
    private const double CountsFrom = 5;

    /// <summary>Less than this part of the usual count is a failure.</summary>
    private const double LeastPart = 0.2;

    /// <returns>The failure, where so few articles are named that the update waits for a person.</returns>
    public static SourceFinding? Shrunken(WatchedSource watched, int items) =>
        watched.State.UsualItems is >= CountsFrom and { } usual && items < usual * LeastPart
            ? new SourceFinding
            {
                Outcome = ShrunkenOutcome,
                Failed = true,
                Problem = string.Create(CultureInfo.InvariantCulture, $"It names {items} articles where it usually names {usual:0}, so nothing was taken in. Look at the site: correct the source if its pages have moved, or say \"alerts sources accept {watched.Source.Id}\" if this is right."),
            }
            : null;

    /// <returns>The finding as a failure, where the newest article is older than the source's owner expects.</returns>
    public static SourceFinding Judge(SourceFinding found, Source source, DateOnly today) =>
        source.Expect is { } expected && found is { Failed: false, Newest: { } newest } && today.DayNumber - newest.DayNumber > expected.TotalDays
            ? found with
            {
                Outcome = StaleOutcome,
                Failed = true,
                Problem = string.Create(CultureInfo.InvariantCulture, $"Its newest article is of {newest:yyyy-MM-dd}, though one is expected every {expected.TotalDays:0} days. Look whether the site has a new address for its news; correct the source, or its \"expect\"."),
            }
            : found;
}
