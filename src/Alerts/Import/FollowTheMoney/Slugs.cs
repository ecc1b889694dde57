using System.Text;
using AnyAscii;

namespace Alerts.Import.FollowTheMoney;

/// <summary>Ids out of names in any script.</summary>
public static class Slugs
{
    private const int Longest = 80;

    /// <returns>Lower-case Latin letters, digits and single hyphens; empty where the name has none.</returns>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Transliterate())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (letter is not ('\'' or '`' or '"') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length <= Longest ? text : text[..Longest].TrimEnd('-');
    }
}
