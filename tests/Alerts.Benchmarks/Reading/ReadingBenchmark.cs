namespace Alerts.Benchmarks.Reading;

/// <summary>How much of the main text of real pages is found, and what reading them costs.</summary>
internal static class ReadingBenchmark
{
    public const string Verb = "reading";

    private const int Worst = 10;

    /// <summary>Below it, most of what was read is not the article, or most of the article was not read.</summary>
    private const double Poor = 0.6;

    /// <param name="table">Where to tell it.</param>
    /// <param name="folder">Of pages, each a folder with <c>source.html</c> and <c>expected.html</c>.</param>
    public static void Run(Table table, string folder)
    {
        var folders = Directory.EnumerateDirectories(folder).Where(f => File.Exists(Path.Combine(f, "expected.html"))).Order(StringComparer.Ordinal).ToList();
        foreach (var warmUp in folders)
        {
            PageReading.Of(warmUp);
        }

        var pages = folders.ConvertAll(PageReading.Of);
        var times = pages.Select(p => p.Milliseconds).Order().ToList();
        table.Head("pages", "mean F1", $"under {Poor:N2}", "p50 ms", "p95 ms", "worst ms");
        table.Row($"{pages.Count}", $"{pages.Average(p => p.F1):N3}", $"{pages.Count(p => p.F1 < Poor)}", $"{At(times, 0.5):N1}", $"{At(times, 0.95):N1}", $"{times[^1]:N1}");
        Of(table, "least of the text", pages.OrderBy(p => p.F1));
        Of(table, "slowest", pages.OrderByDescending(p => p.Milliseconds));
    }

    private static void Of(Table table, string heading, IEnumerable<PageReading> pages)
    {
        table.Break();
        table.Head(heading, "F1", "ms", "KB");
        foreach (var page in pages.Take(Worst))
        {
            table.Row(page.Name, $"{page.F1:N3}", $"{page.Milliseconds:N1}", $"{page.Bytes / 1e3:N0}");
        }
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
