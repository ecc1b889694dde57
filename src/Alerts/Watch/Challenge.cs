using System.Text;
using System.Text.RegularExpressions;

namespace Alerts.Watch;

/// <summary>Recognises the page that stands before the content and asks for proof of being human.</summary>
internal static partial class Challenge
{
    /// <summary>Such pages are small; an article with a captcha under its comment form is not.</summary>
    private const int LargestBytes = 200 * 1024;

    /// <summary>Letters of text that a challenge may hold.</summary>
    private const int MostLetters = 900;

    /// <summary>The header that Cloudflare documents for it, whatever the status.</summary>
    public static bool IsDeclared(IReadOnlyDictionary<string, string> headers) =>
        headers.TryGetValue("cf-mitigated", out var how) && how.Contains("challenge", StringComparison.OrdinalIgnoreCase)
        || headers.TryGetValue("x-amzn-waf-action", out var action) && action is "challenge" or "captcha";

    public static bool IsIn(ReadOnlySpan<byte> body)
    {
        if (body.Length > LargestBytes)
        {
            return false;
        }

        var html = Encoding.UTF8.GetString(body);
        return (Title().IsMatch(html) || Vendor().IsMatch(html)) && Tag().Replace(html, " ").Count(char.IsLetter) <= MostLetters;
    }

    [GeneratedRegex(
        @"<title[^>]*>\s*(?:just a moment|attention required!|ddos-guard|access denied|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:you are|that you are)|human verification|security check|checking your browser|one moment,? please|pardon our interruption|please wait|robot check|captcha|bot verification|проверка браузера|вы не робот)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Title();

    /// <summary>Scripts and elements that only the vendors' challenges have, and captchas, which count where there is next to no text.</summary>
    [GeneratedRegex(
        @"_cf_chl_opt|cf-browser-verification|captcha-delivery\.com|_Incapsula_Resource|px-captcha|sgcaptcha|awsWafCookieDomainList|check\.ddos-guard\.net|smartcaptcha|hcaptcha\.com/1/api\.js|recaptcha/api\.js|challenges\.cloudflare\.com/turnstile",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Vendor();

    [GeneratedRegex(@"<(?:script|style|noscript)\b[^>]*>[\s\S]*?</(?:script|style|noscript)\s*>|<[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
