using System.Text.Json;
using Alerts.Cases;
using Alerts.Extract.Evaluation;
using Alerts.Read;

namespace Alerts.Benchmarks;

/// <summary>The articles of a corpus (see tests/corpus) and all that they watch.</summary>
internal sealed record Corpus(string Name, IReadOnlyList<Article> Articles, IReadOnlyList<Case> Cases)
{
    public int Length { get; } = Articles.Sum(a => a.Text.Length);

    public static Corpus Read(string path)
    {
        var rows = File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<CorpusRow>(line, Wire.Json)!).ToList();
        return new Corpus(
            Path.GetFileName(path),
            rows.ConvertAll(row => row.Article()),
            [.. rows.SelectMany(row => row.Cases().Select(watched => watched with { Id = $"{row.Id}/{watched.Id}" }))]);
    }
}
