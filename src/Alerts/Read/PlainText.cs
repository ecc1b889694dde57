using System.Text;

namespace Alerts.Read;

/// <summary>Reads plain text as people lay it out: paragraphs between blank lines, list items, headings that stand alone.</summary>
public static class PlainText
{
    private const int LongestHeading = 90;

    public static IReadOnlyList<Block> Blocks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<Block>();
        var paragraph = new StringBuilder();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                Close(paragraph, blocks);
            }
            else if (Item(line) is var item && item >= 0)
            {
                Close(paragraph, blocks);
                Add(blocks, BlockKind.ListItem, line[item..].ToString());
            }
            else
            {
                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(line);
            }
        }

        Close(paragraph, blocks);
        return blocks;
    }

    private static void Close(StringBuilder paragraph, List<Block> blocks)
    {
        if (paragraph.Length > 0)
        {
            var text = paragraph.ToString();
            Add(blocks, IsHeading(text) ? BlockKind.Heading : BlockKind.Paragraph, text);
            paragraph.Clear();
        }
    }

    private static void Add(List<Block> blocks, BlockKind kind, string text)
    {
        if (Collapse(text) is { Length: > 0 } collapsed)
        {
            blocks.Add(new Block(kind, collapsed));
        }
    }

    /// <summary>A short line of its own that no punctuation closes.</summary>
    private static bool IsHeading(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return trimmed.Length is > 0 and <= LongestHeading && !char.IsPunctuation(trimmed[^1]) && (char.IsUpper(trimmed[0]) || char.IsDigit(trimmed[0]));
    }

    /// <returns>Where the item's text begins after its mark ("•", "-", "*", "1.", "2)"), or -1.</returns>
    private static int Item(ReadOnlySpan<char> line)
    {
        var i = 0;
        while (i < line.Length && char.IsWhiteSpace(line[i]))
        {
            i++;
        }

        var mark = i;
        while (i < line.Length && i - mark < 3 && char.IsAsciiDigit(line[i]))
        {
            i++;
        }

        var marked = i > mark
            ? i < line.Length && line[i] is '.' or ')'
            : i < line.Length && line[i] is '•' or '-' or '*' or '–' or '·' or '▪' or '◦' or '—';
        return marked && i + 1 < line.Length && char.IsWhiteSpace(line[i + 1]) ? i + 2 : -1;
    }

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
