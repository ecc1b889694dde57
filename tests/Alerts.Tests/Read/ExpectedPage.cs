using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Tests.Read;

/// <summary>
/// A page of <c>Pages/NAME.html</c> and, in <c>Pages/NAME.txt</c>, what is to be read there: <c>title:</c>, <c>published:</c>, <c>gone:</c> (phrases between bars that
/// must not be read), and after <c>---</c> a block a line, headings behind <c># </c>, list items behind <c>- </c>.
/// </summary>
public sealed partial record ExpectedPage(string Title, DateOnly? Published, IReadOnlyList<string> Gone, IReadOnlyList<Block> Blocks, Fetched Page)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Read", "Pages");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static ExpectedPage Of(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, $"{name}.txt"));
        var head = lines.TakeWhile(l => l != "---").Select(l => l.Split(": ", 2)).ToDictionary(l => l[0], l => l[1]);
        return new ExpectedPage(
            head["title"],
            head.TryGetValue("published", out var day) ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            head["gone"].Split(" | "),
            [.. lines.SkipWhile(l => l != "---").Skip(1).Select(BlockOf)],
            Documents.Of(Encoded(File.ReadAllText(Path.Combine(Folder, $"{name}.html"))), "text/html", charset: null));
    }

    /// <summary>Harmonic mean of precision and recall over the words, each counted as often as it stands there.</summary>
    public double F1(IEnumerable<Block> read)
    {
        var (expected, found) = (Words(Blocks), Words(read));
        return 2d * found.Sum(w => Math.Min(w.Value, expected.GetValueOrDefault(w.Key))) / (found.Values.Sum() + expected.Values.Sum());
    }

    private static Dictionary<string, int> Words(IEnumerable<Block> blocks) => blocks.SelectMany(b => Word().Matches(b.Text).Select(m => m.Value)).CountBy(w => w).ToDictionary();

    private static Block BlockOf(string line) =>
        line.StartsWith("# ", StringComparison.Ordinal) ? new Block(BlockKind.Heading, line[2..])
        : line.StartsWith("- ", StringComparison.Ordinal) ? new Block(BlockKind.ListItem, line[2..])
        : new Block(BlockKind.Paragraph, line);

    /// <summary>In the charset that the page itself names.</summary>
    private static byte[] Encoded(string html)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return (html.Contains("charset=windows-1251", StringComparison.Ordinal) ? Encoding.GetEncoding(1251) : Encoding.UTF8).GetBytes(html);
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
