using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerts.Cases;

/// <summary>A length of sentence in calendar units: the date part of an ISO 8601 duration, such as <c>P7Y6M</c> or <c>P15D</c>.</summary>
public readonly partial record struct Term(int Years, int Months, int Days)
{
    public static bool TryParse(string? text, out Term term)
    {
        var match = Form().Match(text ?? "");
        term = match.Success ? new Term(Number(match, "y"), Number(match, "m"), Number(match, "d") + (7 * Number(match, "w"))) : default;
        return match.Success && term != default;
    }

    /// <returns>The day after so long, or the last day of the calendar where that lies beyond it.</returns>
    public DateOnly From(DateOnly day)
    {
        var months = (Years * 12) + Months;
        return day.Year + (months / 12) + (Days / 365) >= DateOnly.MaxValue.Year - 1
            ? DateOnly.MaxValue
            : day.AddMonths(months).AddDays(Days);
    }

    /// <returns>Both, one after the other.</returns>
    public Term Plus(Term other) => new(Years + other.Years, Months + other.Months, Days + other.Days);

    /// <summary>About how many days it is: for comparing two terms, not for counting.</summary>
    public double Length => (Years * 365.25) + (Months * 30.44) + Days;

    public override string ToString() =>
        "P" + Unit(Years, 'Y') + Unit(Months, 'M') + Unit(Days, 'D');

    private static string Unit(int count, char unit) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count}{unit}");

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^P(?:(?<y>[0-9]{1,4})Y)?(?:(?<m>[0-9]{1,4})M)?(?:(?<w>[0-9]{1,4})W)?(?:(?<d>[0-9]{1,5})D)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
