namespace Alerts.Import.Trees;

/// <summary>
/// A key of the file and what stands under it; or, where that is a list, the key by itself and then each item, so that a file need not
/// fit into memory.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Value">null for a list that begins.</param>
/// <param name="IsItem">The value is one of the list's.</param>
internal readonly record struct Piece(TextNode Key, Node? Value, bool IsItem = false);

/// <summary>The file cannot be read any further.</summary>
public sealed class UnreadableFileException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
