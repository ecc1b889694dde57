using Alerts.Read;

namespace Alerts.Tests.Read;

public class PageChangeTests
{
    private static readonly DateTimeOffset Since = Documents.Retrieved.AddDays(-1);

    [Fact]
    public void The_same_step_has_the_same_id_however_often_it_is_worked_out() =>
        Assert.Equal(Between("Open.", "Closed.")!.Id, Between("Open.", "Closed.")!.Id);

    [Fact]
    public void The_same_step_taken_again_later_is_another_change() =>
        Assert.NotEqual(Between("Open.", "Closed.")!.Id, PageChange.Between("court", "Court", Article("Open."), Article("Closed."), Since.AddHours(1))!.Id);

    [Fact]
    public void Words_spaced_otherwise_are_no_change() => Assert.Null(Between("Open. Today.", "Open.", "Today."));

    [Fact]
    public void What_a_row_has_no_room_for_is_counted_and_a_sentence_without_end_is_cut()
    {
        var change = Between("Open.", [.. Enumerable.Range(0, 100).Select(n => $"{n} {string.Concat(Enumerable.Repeat("😀", 100_000))}.")])!;

        Assert.Equal((PageChange.MostSentences, 101 - PageChange.MostSentences), (change.Sentences.Count, change.LeftOut));
        Assert.All(change.Sentences, s => Assert.InRange(s.Text.Length, 1, 1001));
        Assert.All(change.Sentences, s => Assert.False(char.IsHighSurrogate(s.Text[^2])));
    }

    private static PageChange? Between(string before, params string[] after) =>
        PageChange.Between("court", "Court", Article(before), Article(after), Since);

    private static Article Article(params string[] paragraphs) => new()
    {
        Url = new Uri("https://court.example/hall"),
        Retrieved = Documents.Retrieved,
        Blocks = [.. paragraphs.Select(p => new Block(BlockKind.Paragraph, p))],
    };
}
