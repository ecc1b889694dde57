using System.Text.RegularExpressions;

namespace Alerts.Read.Listings;

/// <summary>Which addresses a list or sitemap is followed to.</summary>
/// <param name="follow">A path, <c>*</c> standing for anything; null for every address.</param>
internal sealed class FollowPattern(string? follow)
{
    private readonly Regex? wanted = follow is null ? null : new Regex(
        $"^{Regex.Escape(Uri.UnescapeDataString(follow)).Replace("\\*", ".*", StringComparison.Ordinal)}$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public bool Matches(Uri url) => wanted?.IsMatch(Target(url)) ?? true;

    /// <summary>The query counts only for a pattern that names one.</summary>
    private string Target(Uri url) => Uri.UnescapeDataString(follow!.Contains('?', StringComparison.Ordinal) ? url.PathAndQuery : url.AbsolutePath);
}
