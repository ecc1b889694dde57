using Alerts.Read;

namespace Alerts.Extract;

/// <summary>A record, "Name: … Arrested: … Sentence: …", tells of one thing a line; its lines may have been run together.</summary>
internal static class Records
{
    private const int Fewest = 3;
    private const int LongestLabel = 40;

    /// <summary>Each line of a record as a block of its own; anything else as it is.</summary>
    public static IEnumerable<Block> Lines(Block block)
    {
        if (block.Text.AsSpan().Count(':') < Fewest)
        {
            return [block];
        }

        var starts = Starts(block.Text);
        if (starts.Count < Fewest || starts[0] != 0)
        {
            return [block];
        }

        return starts.Select((start, i) => new Block(block.Kind, block.Text[start..(i + 1 < starts.Count ? starts[i + 1] : block.Text.Length)].Trim()));
    }

    /// <summary>Where labels begin: at the last capital before their colon.</summary>
    private static List<int> Starts(string text)
    {
        var starts = new List<int>();
        var capital = -1;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsUpper(text[i]) && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                capital = i;
            }
            else if (text[i] is '.' or ',' or ';' or '!' or '?' or '(' or '"' or '«')
            {
                capital = -1;
            }
            else if (text[i] == ':' && capital >= 0)
            {
                if (i - capital <= LongestLabel && i + 1 < text.Length && char.IsWhiteSpace(text[i + 1]))
                {
                    starts.Add(capital);
                }

                capital = -1;
            }
        }

        return starts;
    }
}
