namespace Alerts.Extract.Languages;

/// <summary>The packs' shorthand: <c>stem{a,b}</c> stands for every way to take one of the braces' parts.</summary>
internal static class Spelling
{
    public static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        if (close < 0)
        {
            return [pattern];
        }

        return pattern[(open + 1)..close].Split(',')
            .SelectMany(part => Expand(pattern[(close + 1)..]).Select(rest => pattern[..open] + part + rest));
    }
}
