using System.Text.RegularExpressions;

namespace Alerts.Read;

/// <summary>The title of a plain text, if its first line looks like one.</summary>
internal static partial class TextTitle
{
    private const int Longest = 160;

    /// <returns>The title, or nothing, and the blocks without it and without the links that help to skip a menu.</returns>
    public static (string Title, IReadOnlyList<Block> Blocks) Take(IReadOnlyList<Block> blocks)
    {
        IReadOnlyList<Block> body = [.. blocks.SkipWhile(b => SkipLink().IsMatch(b.Text))];
        return body.Count > 1 && IsTitle(body[0]) ? (body[0].Text, [.. body.Skip(1)]) : ("", body);
    }

    /// <summary>Short, one sentence at most and without its full stop, no credit of a picture.</summary>
    private static bool IsTitle(Block block) =>
        block.Kind != BlockKind.ListItem
        && block.Text.Length <= Longest
        && block.Text.Any(char.IsLetter)
        && !SentenceEnd().IsMatch(block.Text)
        && !block.Text.Contains('©', StringComparison.Ordinal);

    [GeneratedRegex(@"[.!?…:;,][""”’»)\]]*(?:\s+\p{Lu}.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("^(?:skip|jump) (?:to|navigation)|^перейти к", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SkipLink();
}
