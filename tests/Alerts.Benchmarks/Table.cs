namespace Alerts.Benchmarks;

/// <summary>A table in Markdown, a row at a time.</summary>
internal sealed class Table(TextWriter output)
{
    public void Head(params IReadOnlyList<string> headings)
    {
        Row(headings);
        Row([.. headings.Select((_, i) => i == 0 ? "---" : "---:")]);
    }

    /// <summary>Whatever comes next is another table.</summary>
    public void Break() => output.WriteLine();

    public void Row(params IReadOnlyList<string> cells) => output.WriteLine($"| {string.Join(" | ", cells)} |");
}
