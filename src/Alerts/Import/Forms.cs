using System.Globalization;
using System.Text.RegularExpressions;
using Alerts.Cases;
using Alerts.Notify;
using Alerts.Notify.Webhook;
using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Reconcile.Deadlines;
using MimeKit;

namespace Alerts.Import;

/// <summary>The values that people write.</summary>
public static partial class Forms
{
    /// <summary>Ids become parts of table keys and addresses; a longer one serves nobody.</summary>
    private const int LongestSlug = 100;
    private const int LongestLine = 200;
    private const int LongestUrl = 2000;

    public static readonly Form<string> Slug = new(
        "a slug of at most 100 lower-case Latin letters, digits and single hyphens, such as erlan-baltabay",
        static (string text, out string value) => Accept(text, text.Length <= LongestSlug && SlugForm().IsMatch(text), out value));

    public static readonly Form<string> Line = new(
        "one line of text, at most 200 characters",
        static (string text, out string value) => Accept(
            text.Trim(),
            text.Trim().Length is > 0 and <= LongestLine && !text.Any(char.IsControl),
            out value));

    public static readonly Form<string> Country = new(
        "a country as two letters of ISO 3166-1, such as KZ",
        static (string text, out string value) => Accept(text.ToUpperInvariant(), Countries.All.Contains(text.ToUpperInvariant()), out value));

    public static readonly Form<string> TimeZone = new(
        "a time zone of the IANA database, such as Asia/Almaty",
        static (string text, out string value) => Accept(text, CaseZone.Exists(text), out value)) { Among = CaseZone.Ids };

    public static readonly Form<PartialDate> Date = new("a date such as 2019, 2019-12 or 2019-12-31", PartialDate.TryParse);

    public static readonly Form<DateOnly> Day = new(
        "a day such as 2019-10-30",
        static (string text, out DateOnly value) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value));

    public static readonly Form<Uri> Url = new("a whole http or https address, such as https://example.org/news", static (string text, out Uri value) => TryUrl(text, LongestUrl, out value));

    public static readonly Form<string> Webhook = new(
        "a whole http or https address of a webhook",
        static (string text, out string value) => Accept(text, TryUrl(text, LongestUrl, out _), out value)) { Confidential = true };

    public static readonly Form<string> Email = new(
        "an email address such as name@example.org",
        static (string text, out string value) => Accept(text, IsEmail(text), out value)) { Confidential = true };

    public static readonly Form<string> Secret = new(
        "a signing secret: whsec_ and the base64 of 24 to 64 bytes",
        static (string text, out string value) => Accept(text, WebhookSecret.TryParse(text) is not null, out value)) { Confidential = true };

    public static readonly Form<string> Follow = new(
        "a path to follow that begins with / or *, where * stands for anything, such as /news/*",
        static (string text, out string value) => Accept(
            text,
            text.Length is > 0 and <= LongestUrl && text[0] is '/' or '*' && !text.Any(char.IsWhiteSpace),
            out value));

    public static readonly Form<TimeSpan> Every = new("an interval from 1m to 30d, such as 30m, 1h or 1d", TryInterval);

    public static readonly Form<TimeSpan> Expect = new("the longest usual time between two articles, from 1d to 400d", TryExpected);

    public static readonly Form<string> Selector = new(
        "a CSS selector such as article .body, or an XPath such as //div[@id='news']",
        static (string text, out string value) => Accept(text, text.Length is > 0 and <= LongestUrl && PageSelection.Complaint(text) is null, out value));

    public static readonly Form<string> JsonPath = new(
        "a JMESPath such as data.items or fields.title (https://jmespath.org)",
        static (string text, out string value) => Accept(text, text.Length is > 0 and <= LongestUrl && JsonListing.Complaint(text) is null, out value));

    public static readonly Form<Topic> Topic = new("a topic: case:ID, country:CC, kind:KIND, tag:TAG, source:ID or all", TryTopic);

    public static Form<T> Word<T>() where T : struct, Enum => new($"one of: {string.Join(", ", Cases.Word.All<T>())}", Cases.Word.TryParse);

    /// <summary>Only some of the words, as <c>generic</c> and <c>slack</c> of all channels.</summary>
    public static Form<T> Word<T>(params T[] among) where T : struct, Enum => new(
        $"one of: {string.Join(", ", among.Select(Cases.Word.Of))}",
        (string text, out T value) => Cases.Word.TryParse(text, out value) && among.Contains(value));

    private static bool Accept(string text, bool valid, out string value)
    {
        value = text;
        return valid;
    }

    private static bool TryUrl(string text, int longest, out Uri value)
    {
        var valid = Uri.TryCreate(text, UriKind.Absolute, out var url)
            && text.Length <= longest
            && !text.Any(char.IsControl)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url.Host.Length > 0
            && url.UserInfo.Length == 0;
        value = url!;
        return valid;
    }

    private static bool IsEmail(string text) =>
        text.Length <= 254
        && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && mailbox.Domain.Contains('.', StringComparison.Ordinal);

    private static bool TryInterval(string text, out TimeSpan value)
    {
        var match = IntervalForm().Match(text);
        var count = match.Success ? double.Parse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        value = match.Groups["unit"].ValueSpan switch
        {
            "m" => TimeSpan.FromMinutes(count),
            "h" => TimeSpan.FromHours(count),
            _ => TimeSpan.FromDays(count),
        };
        return value >= TimeSpan.FromMinutes(1) && value <= TimeSpan.FromDays(30);
    }

    private static bool TryExpected(string text, out TimeSpan value)
    {
        var match = IntervalForm().Match(text);
        value = match.Success && match.Groups["unit"].Value == "d" ? TimeSpan.FromDays(double.Parse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)) : default;
        return value >= TimeSpan.FromDays(1) && value <= TimeSpan.FromDays(400);
    }

    private static bool TryTopic(string text, out Topic value)
    {
        value = default;
        var valid = text.Split(':', 2) switch
        {
            ["all"] => true,
            ["case" or "tag" or "source", var id] => Slug.TryRead(id, out _),
            ["country", var country] => Country.TryRead(country, out _),
            ["kind", var kind] => Cases.Word.TryParse<CaseKind>(kind, out _),
            _ => false,
        };
        if (valid)
        {
            value = Notify.Topic.Parse(text);
        }

        return valid;
    }

    [GeneratedRegex(@"^[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SlugForm();

    [GeneratedRegex(@"^(?<count>[0-9]{1,5})(?<unit>[mhd])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IntervalForm();
}
