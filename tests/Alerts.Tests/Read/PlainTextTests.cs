using Alerts.Read;

namespace Alerts.Tests.Read;

public sealed class PlainTextTests
{
    [Fact]
    public void Blank_lines_part_paragraphs_and_line_ends_do_not() => Assert.Equal(
        [new Block(BlockKind.Paragraph, "One line and the next."), new Block(BlockKind.Paragraph, "Another paragraph.")],
        PlainText.Blocks("One line\n  and the next.\n\n\nAnother paragraph.\n"));

    [Theory]
    [InlineData("• Free her;")]
    [InlineData("  - Free her;")]
    [InlineData("* Free her;")]
    [InlineData("1. Free her;")]
    [InlineData("12) Free her;")]
    public void A_mark_makes_a_list_item(string line) =>
        Assert.Equal([new Block(BlockKind.ListItem, "Free her;")], PlainText.Blocks(line));

    [Theory]
    [InlineData("Oskar Lind", BlockKind.Heading)]
    [InlineData("Labour Rights", BlockKind.Heading)]
    [InlineData("2010 Arrest", BlockKind.Heading)]
    [InlineData("He was freed.", BlockKind.Paragraph)]
    [InlineData("The government should:", BlockKind.Paragraph)]
    [InlineData("-5 degrees", BlockKind.Paragraph)]
    public void A_short_line_alone_without_closing_punctuation_is_a_heading(string line, BlockKind kind) =>
        Assert.Equal([new Block(kind, line)], PlainText.Blocks(line));

    [Fact]
    public void Nothing_makes_no_block() => Assert.Empty(PlainText.Blocks(" \n\n \t\n"));
}
