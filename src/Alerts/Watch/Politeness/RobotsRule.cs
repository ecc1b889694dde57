using System.Globalization;
using System.Text;

namespace Alerts.Watch.Politeness;

/// <param name="Pattern">A path's beginning, <c>*</c> standing for anything and a final <c>$</c> for the end; in the spelling of <see cref="Normal"/>.</param>
/// <param name="Allows">Whether it lets in what it matches.</param>
internal sealed record RobotsRule(string Pattern, bool Allows)
{
    private readonly string[] pieces = Pattern.TrimEnd('$').Split('*');

    /// <param name="path">Path and query, in the spelling of <see cref="Normal"/>.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var (at, anchored) = (pieces[0].Length, Pattern.EndsWith('$'));
        for (var i = 1; i < pieces.Length; i++)
        {
            if (anchored && i == pieces.Length - 1)
            {
                return path.Length - at >= pieces[i].Length && path.EndsWith(pieces[i], StringComparison.Ordinal);
            }

            var found = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        return !anchored || at == path.Length;
    }

    /// <summary>One spelling of the same octets: all beyond ASCII is percent-encoded, unreserved characters are not (RFC 9309, section 2.2.2).</summary>
    public static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(path))
        {
            _ = octet < 0x80 ? normal.Append((char)octet) : normal.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        for (var i = 0; i + 2 < normal.Length; i++)
        {
            if (normal[i] == '%' && byte.TryParse($"{normal[i + 1]}{normal[i + 2]}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                var unreserved = char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '~';
                normal.Remove(i, 3).Insert(i, unreserved ? $"{(char)octet}" : $"%{octet:X2}");
            }
        }

        return normal.ToString();
    }
}
