using System.Globalization;
using System.Net.Mail;
using Alerts.Jobs;
using Alerts.Reconcile.Deadlines;
using MimeKit;

namespace Alerts.Configuration;

/// <summary>The kinds of values that settings hold.</summary>
internal static class Expect
{
    public static readonly Expectation Folder = new("the path of a folder", _ => true);

    public static readonly Expectation Words = new("any text", _ => true);

    public static readonly Expectation YesOrNo = new("true or false", text => bool.TryParse(text, out _));

    public static readonly Expectation Guid = new("a GUID", text => System.Guid.TryParse(text, out _));

    public static readonly Expectation Schedule = new(
        "an NCrontab expression of six fields, in UTC, such as \"0 */5 * * * *\"", Occurs);

    public static readonly Expectation Zone = new("a zone of the IANA database, such as Asia/Almaty or UTC", CaseZone.Exists);

    public static readonly Expectation Sender = new("a sender such as Alerts <alerts@example.org>", IsSender);

    /// <summary>It travels in a header field.</summary>
    public static readonly Expectation ApiKey = new("a key of printable characters without spaces", text => IsToken(text.Trim()));

    /// <summary>It stands in a comment of the User-Agent field (RFC 9110, section 5.6.5).</summary>
    public static readonly Expectation Contact = new(
        "a URL or mail address of at most 200 ASCII characters without spaces or parentheses",
        text => text.Length <= 200 && IsToken(text) && !text.AsSpan().ContainsAny('(', ')', '\\'));

    public static readonly Expectation HostAndPort = new(
        "a host, or host:port, without http://",
        text => Uri.TryCreate($"http://{text.Trim()}/", UriKind.Absolute, out var uri) && uri is { AbsolutePath: "/", UserInfo: "", Query: "", Fragment: "" });

    public static readonly Expectation HttpAddress = new("a whole http or https address", text => IsHttp(text, out _));

    /// <summary>What is sent there is secret.</summary>
    public static readonly Expectation SafeAddress = new(
        "a whole https address (http only on loopback)", text => IsHttp(text, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback));

    public static readonly Expectation StorageAddress = new(
        "an https address without a query, such as https://ACCOUNT.SERVICE.core.windows.net (SERVICE: table, queue or blob)",
        text => IsHttp(text, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri is { Query: "", UserInfo: "" });

    public static readonly Expectation AccountName = new(
        "a storage account's name: 3 to 24 lower-case letters and digits", text => text.Length is >= 3 and <= 24 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));

    public static Expectation Whole(int from, int to) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {from} to {to}"),
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to);

    public static Expectation Number(double from, double to) => new(
        string.Create(CultureInfo.InvariantCulture, $"a number from {from} to {to}"),
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to);

    /// <summary>A bare number would be read as days.</summary>
    public static Expectation Time(TimeSpan from, TimeSpan to) => new(
        string.Create(CultureInfo.InvariantCulture, $"a length of time from {from:g} to {to:g}, written as hours:minutes:seconds"),
        text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value >= from && value <= to);

    public static Expectation OneOf(params string[] words) => new(string.Join(" or ", words), text => words.Contains(text, StringComparer.Ordinal));

    public static Expectation RandomBytes(int count) => new(
        $"{count} random bytes in base64 (openssl rand -base64 {count}), kept secret and never changed: addresses stored with another key cannot be read",
        text => Convert.TryFromBase64String(text.Trim(), new byte[count], out var length) && length == count);

    private static bool IsToken(string text) => text.All(c => c is > ' ' and < '\x7f');

    private static bool IsSender(string text) => MailboxAddress.TryParse(text, out var sender) && MailAddress.TryCreate(sender.Address, out _);

    private static bool IsHttp(string text, out Uri uri) =>
        Uri.TryCreate(text, UriKind.Absolute, out uri!) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>NCrontab takes the 30th of February, and then never comes to it. Eight years hold every date there is.</summary>
    private static bool Occurs(string text)
    {
        var (from, to) = (new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2009, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return JobSchedules.Parse(text) is { } schedule && schedule.GetNextOccurrence(from, to) < to;
    }
}
