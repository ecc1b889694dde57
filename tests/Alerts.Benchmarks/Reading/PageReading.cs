using System.Text;
using System.Text.RegularExpressions;
using Alerts.Read;
using Alerts.Watch;
using HtmlAgilityPack;

namespace Alerts.Benchmarks.Reading;

/// <summary>How well and how fast one page is read.</summary>
/// <param name="Name">Of the page.</param>
/// <param name="F1">Harmonic mean of precision and recall over the words of the main text, each counted as often as it stands there; 0 when nothing was read.</param>
/// <param name="Milliseconds">Of processor time.</param>
/// <param name="Bytes">Of the page.</param>
internal sealed partial record PageReading(string Name, double F1, double Milliseconds, int Bytes)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMilliseconds(400);
    private static readonly ArticleReader Reader = new();

    /// <param name="folder">Holds <c>source.html</c>, and in <c>expected.html</c> the part of it that is the article.</param>
    public static PageReading Of(string folder)
    {
        var body = File.ReadAllBytes(Path.Combine(folder, "source.html"));
        var expected = Markup.Parse(File.ReadAllText(Path.Combine(folder, "expected.html")))!;
        var name = Path.GetFileName(folder);
        var fetched = Fetched(name, body);
        var read = Reader.Read(fetched, sourceId: null).Article?.Blocks.Select(b => b.Text) ?? [];
        var f1 = F1Of(Words(read), Words(TextsOf(expected)));
        return new PageReading(name, f1, Effort.Of(() => Reader.Read(fetched, sourceId: null), Budget).Processor.TotalMilliseconds, body.Length);
    }

    private static Fetched Fetched(string name, byte[] body)
    {
        var url = new Uri($"https://watch.example/{name}");
        return new Fetched
        {
            Url = url,
            FinalUrl = url,
            Outcome = FetchOutcome.Fetched,
            Status = 200,
            Body = body,
            MediaType = "text/html",
            Charset = Encoding.UTF8.WebName,
            RetrievedAt = DateTimeOffset.UnixEpoch.AddYears(50),
        };
    }

    private static IEnumerable<string> TextsOf(HtmlDocument page) => page.DocumentNode.Descendants("#text")
        .Where(t => t.ParentNode is not { Name: "script" or "style" })
        .Select(t => Markup.OneLine(HtmlEntity.DeEntitize(t.InnerText)));

    private static Dictionary<string, int> Words(IEnumerable<string> texts) => texts
        .SelectMany(t => Word().Matches(t).Select(m => m.Value.ToLowerInvariant()))
        .CountBy(w => w)
        .ToDictionary();

    private static double F1Of(Dictionary<string, int> read, Dictionary<string, int> expected)
    {
        var shared = read.Sum(w => Math.Min(w.Value, expected.GetValueOrDefault(w.Key)));
        return read.Values.Sum() + expected.Values.Sum() is var all and > 0 ? 2d * shared / all : 1;
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
