using System.Globalization;
using Alerts.Cases;

namespace Alerts.Notify.Wording;

internal static class TermWords
{
    /// <param name="term">An ISO 8601 duration.</param>
    /// <returns>"7 years 6 months"; null for none, or for one that cannot be read.</returns>
    public static string? Of(string? term) => Term.TryParse(term, out var read)
        ? string.Join(' ', new[] { Unit(read.Years, "year"), Unit(read.Months, "month"), Unit(read.Days, "day") }.OfType<string>())
        : null;

    private static string? Unit(int count, string name) => count switch
    {
        0 => null,
        1 => $"1 {name}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{count} {name}s"),
    };
}
