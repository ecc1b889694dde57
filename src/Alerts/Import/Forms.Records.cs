using System.Globalization;
using System.Text.RegularExpressions;

namespace Alerts.Import;

/// <summary>The values of what is exported, and how they are written.</summary>
public static partial class Forms
{
    private const int LongestProse = 100_000;
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz";

    public static readonly Form<string> Prose = new(
        "text of at most 100,000 characters",
        static (string text, out string value) => Accept(text, text.Length is > 0 and <= LongestProse, out value));

    /// <summary>As found on a page, where it may be longer than anybody would write it.</summary>
    public static readonly Form<Uri> Link = new("a whole http or https address", static (string text, out Uri value) => TryUrl(text, LongestProse, out value));

    public static readonly Form<string> Term = new(
        "an ISO 8601 duration such as P5Y, P7Y6M or P15D",
        static (string text, out string value) => Accept(text, Cases.Term.TryParse(text, out _), out value));

    public static readonly Form<double> Fraction = new(
        "a number from 0 to 1, such as 0.85",
        static (string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && value is >= 0 and <= 1);

    public static readonly Form<int> Count = new(
        "a whole number from 0 on",
        static (string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value));

    public static readonly Form<bool> Flag = new("true or false", static (string text, out bool value) => bool.TryParse(text, out value));

    public static readonly Form<DateTimeOffset> Time = new(
        "a time with its offset, such as 2026-03-01T12:00:00Z",
        static (string text, out DateTimeOffset value) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value));

    public static readonly Form<string> Digest = new(
        "a SHA-256 as 64 lower-case hex digits",
        static (string text, out string value) => Accept(text, DigestForm().IsMatch(text), out value));

    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DigestForm();
}
