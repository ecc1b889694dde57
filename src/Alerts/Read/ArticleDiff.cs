using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Alerts.Read;

/// <summary>What became of one sentence between two versions of an article.</summary>
public enum SentenceFate
{
    Kept,
    Added,
    Removed,
}

/// <param name="Fate">Whether it came, went or stayed.</param>
/// <param name="Text">The sentence.</param>
public sealed record SentenceChange(SentenceFate Fate, string Text);

/// <summary>What changed between two versions of an article, sentence by sentence, for people.</summary>
public static class ArticleDiff
{
    /// <summary>Comparing costs the square of the sentences that differ; where more of them do, the passage was written anew.</summary>
    private const int MostCompared = 4000;

    /// <returns>All sentences of both, in the order of the text; those that were only spaced otherwise are kept, and what changes by itself is left out.</returns>
    public static IReadOnlyList<SentenceChange> Of(Article before, Article after)
    {
        var (old, now) = (Sentences(before), Sentences(after));
        var head = old.AsSpan().CommonPrefixLength(now);
        var tail = 0;
        while (tail < Math.Min(old.Length, now.Length) - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        return [.. All(SentenceFate.Kept, now[..head]), .. Compare(old[head..^tail], now[head..^tail]), .. All(SentenceFate.Kept, now[^tail..])];
    }

    private static IEnumerable<SentenceChange> Compare(string[] old, string[] now) => Math.Max(old.Length, now.Length) > MostCompared
        ? [.. All(SentenceFate.Removed, old), .. All(SentenceFate.Added, now)]
        : new InlineDiffBuilder(new Differ())
            .BuildDiffModel(string.Join('\n', old), string.Join('\n', now), ignoreWhitespace: true, ignoreCase: false, new LineChunker()).Lines
            .Where(l => !string.IsNullOrWhiteSpace(l.Text))
            .Select(l => new SentenceChange(
                l.Type switch
                {
                    ChangeType.Inserted => SentenceFate.Added,
                    ChangeType.Deleted => SentenceFate.Removed,
                    _ => SentenceFate.Kept,
                },
                l.Text));

    private static IEnumerable<SentenceChange> All(SentenceFate fate, string[] sentences) => sentences.Select(s => new SentenceChange(fate, s));

    private static string[] Sentences(Article article) =>
        [.. Volatile.Without(article.Blocks).Prepend(article.Title).SelectMany(SentenceSplit.Of).Where(s => !string.IsNullOrWhiteSpace(s))];
}
