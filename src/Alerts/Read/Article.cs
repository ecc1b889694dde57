using Alerts.Cases;

namespace Alerts.Read;

/// <summary>What a block of text is on the page.</summary>
public enum BlockKind
{
    Paragraph,
    Heading,
    ListItem,
}

/// <param name="Kind">What it is on the page.</param>
/// <param name="Text">Its text on one line, white space collapsed, never empty.</param>
public sealed record Block(BlockKind Kind, string Text);

/// <summary>The main text of one document, and where it came from. Knows nothing of cases.</summary>
public sealed record Article
{
    public required Uri Url { get; init; }

    public string? SourceId { get; init; }

    /// <summary>Names the snapshot of the bytes it was read from.</summary>
    public string? Digest { get; init; }

    public required DateTimeOffset Retrieved { get; init; }

    public string Title { get; init; } = "";

    /// <summary>ISO 639-1, lower case; null where the document does not say.</summary>
    public string? Language { get; init; }

    public DateOnly? Published { get; init; }

    /// <summary>How the publication date was found: <c>json-ld</c>, <c>meta</c>, <c>time</c>, <c>visible text</c>, <c>feed</c>, <c>pdf</c>, <c>http</c>, <c>given</c>.</summary>
    public string? PublishedBy { get; init; }

    /// <summary>In reading order, without the title.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Title and blocks, a blank line between them.</summary>
    public string Text => field ??= string.Join("\n\n", Blocks.Select(b => b.Text).Prepend(Title).Where(t => t.Length > 0));

    /// <summary>Digest of what people read, title and text, without what changes by itself: counters, "5 minutes ago", today's date.</summary>
    public string ContentHash => field ??= StableId.Of(string.Join("\n\n", Volatile.Without(Blocks).Prepend(Title)));
}
