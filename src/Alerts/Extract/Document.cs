using Alerts.Extract.Mentions;
using Alerts.Extract.Tokens;
using Alerts.Read;

namespace Alerts.Extract;

/// <summary>A block of the article with its tokens, sentences and names.</summary>
internal sealed class Passage(Block block, bool isTitle, List<Token> tokens, List<Sentence> sentences)
{
    public string Text { get; } = block.Text;

    public BlockKind Kind { get; } = block.Kind;

    public bool IsTitle { get; } = isTitle;

    public bool IsHeading => IsTitle || Kind == BlockKind.Heading;

    public List<Token> Tokens { get; } = tokens;

    public List<Sentence> Sentences { get; } = sentences;

    /// <summary>In the order of the text, never overlapping, except that one place may name several watched cases.</summary>
    public List<Mention> Mentions { get; set; } = [];

    public ReadOnlySpan<char> Word(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>The sentence as it stands.</summary>
    public string Quote(Sentence sentence) => Text[Tokens[sentence.First].Start..Math.Max(Tokens[sentence.End - 1].End, EndOf(sentence.End - 1))];

    /// <summary>Behind a token with its possessive ending.</summary>
    private int EndOf(int token) => Tokens[token].Possessive ? Text.IndexOfAny([' ', '\n'], Tokens[token].End) is var end and >= 0 ? end : Text.Length : Tokens[token].End;
}
