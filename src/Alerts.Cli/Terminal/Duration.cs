using System.Globalization;

namespace Alerts.Cli.Terminal;

/// <summary>Lengths of time for people.</summary>
internal static class Duration
{
    /// <summary>As it is written in a file: in the largest unit that divides it.</summary>
    public static string Short(TimeSpan time)
    {
        var (count, unit) = (time.TotalDays % 1, time.TotalHours % 1) switch
        {
            (0, _) => (time.TotalDays, 'd'),
            (_, 0) => (time.TotalHours, 'h'),
            _ => (time.TotalMinutes, 'm'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count:0}{unit}");
    }

    /// <summary>About how long, in one unit: <c>3 hours</c>.</summary>
    public static string About(TimeSpan time)
    {
        var (count, unit) = time switch
        {
            { TotalDays: >= 2 } => (time.TotalDays, "days"),
            { TotalHours: >= 2 } => (time.TotalHours, "hours"),
            { TotalMinutes: >= 2 } => (time.TotalMinutes, "minutes"),
            _ => (time.TotalSeconds, "seconds"),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{count:0} {unit}");
    }
}
