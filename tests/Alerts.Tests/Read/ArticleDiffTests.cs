using Alerts.Read;

namespace Alerts.Tests.Read;

public class ArticleDiffTests
{
    [Fact]
    public void The_sentences_that_came_and_went_are_told_apart_from_those_that_stayed()
    {
        var changes = ArticleDiff.Of(
            Article("Ada Kirsch is in prison. She was sentenced in May.", "Her appeal is pending."),
            Article("Ada Kirsch is free. She was sentenced in May.", "Her appeal is pending.", "She spoke on Monday."));

        Assert.Equal(
            [
                new SentenceChange(SentenceFate.Removed, "Ada Kirsch is in prison."),
                new SentenceChange(SentenceFate.Added, "Ada Kirsch is free."),
                new SentenceChange(SentenceFate.Kept, "She was sentenced in May."),
                new SentenceChange(SentenceFate.Kept, "Her appeal is pending."),
                new SentenceChange(SentenceFate.Added, "She spoke on Monday."),
            ],
            changes);
    }

    [Fact]
    public void A_paragraph_that_is_merely_split_elsewhere_has_not_changed() => Assert.All(
        ArticleDiff.Of(Article("She was held. She was freed."), Article("She was held.", "She was freed.")),
        change => Assert.Equal(SentenceFate.Kept, change.Fate));

    [Fact]
    public void A_long_page_written_anew_is_told_whole_without_comparing_each_with_each()
    {
        var before = Article([.. Enumerable.Range(0, 50_000).Select(n => $"Line {n} as it was."), "The end."]);
        var after = Article([.. Enumerable.Range(0, 50_000).Select(n => $"Line {n} as it is."), "The end."]);

        var changes = ArticleDiff.Of(before, after);

        Assert.Equal((50_000, 50_000), (changes.Count(c => c.Fate == SentenceFate.Removed), changes.Count(c => c.Fate == SentenceFate.Added)));
        Assert.Equal(new SentenceChange(SentenceFate.Kept, "The end."), changes[^1]);
    }

    private static Article Article(params string[] paragraphs) => new()
    {
        Url = new Uri("https://watch.example/7"),
        Retrieved = Documents.Retrieved,
        Blocks = [.. paragraphs.Select(p => new Block(BlockKind.Paragraph, p))],
    };
}
