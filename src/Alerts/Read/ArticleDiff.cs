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
    /// <returns>All sentences of both, in the order of the text; those that only moved or were spaced otherwise are kept.</returns>
    public static IReadOnlyList<SentenceChange> Of(Article before, Article after)
    {
        var model = new InlineDiffBuilder(new Differ()).BuildDiffModel(Lines(before), Lines(after), ignoreWhitespace: true, ignoreCase: false, new LineChunker());
        return
        [
            .. model.Lines.Where(l => !string.IsNullOrWhiteSpace(l.Text)).Select(l => new SentenceChange(
                l.Type switch
                {
                    ChangeType.Inserted => SentenceFate.Added,
                    ChangeType.Deleted => SentenceFate.Removed,
                    _ => SentenceFate.Kept,
                },
                l.Text)),
        ];
    }

    private static string Lines(Article article) => string.Join('\n', article.Text.Split("\n\n").SelectMany(SentenceSplit.Of));
}
