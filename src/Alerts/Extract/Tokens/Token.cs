using Alerts.Extract.Languages;

namespace Alerts.Extract.Tokens;

internal enum TokenKind : byte
{
    Word,
    Number,
    Mark,
}

/// <summary>One word, number or mark of a block.</summary>
/// <param name="Start">Offset in the block's text.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="Upper">It starts with a capital.</param>
/// <param name="Possessive">It carried a possessive ending, which is not within the offsets.</param>
/// <param name="Glued">Nothing stands between it and the token before.</param>
/// <param name="Value">A number's value (-1 when too large or not a number), or the first character of a mark.</param>
/// <param name="Lexeme">The pack's entry; <see cref="Lexeme.Unknown"/> when it has none.</param>
internal readonly record struct Token(
    int Start, int End, TokenKind Kind, bool Upper, bool Possessive, bool Glued, double Value, Lexeme Lexeme)
{
    /// <summary>Stands where there is none.</summary>
    public static readonly Token None = new(0, 0, TokenKind.Mark, false, false, false, 0, Lexeme.Unknown);

    public bool IsMark(char mark) => Kind == TokenKind.Mark && Value == mark;

    public bool Is(WordClass any) => (Lexeme.Classes & any) != 0;

    /// <summary>The whole number it is, or -1.</summary>
    public int Number => Kind == TokenKind.Number && Value is >= 0 and < 1_000_000 && Value == Math.Floor(Value) ? (int)Value : -1;
}
