namespace Alerts.Read;

/// <summary>A block-level element with what stands in it, in order; or, without children, a run of text.</summary>
internal sealed class Box(string name, string hints)
{
    /// <summary>Own characters from which a run of text counts as prose; menus and captions stay below.</summary>
    private const int ProseFrom = 40;

    private readonly List<Box> children = [];

    /// <summary>The element's name; empty for a run of text.</summary>
    public string Name { get; } = name;

    /// <summary>Class, id and role, as written.</summary>
    public string Hints { get; } = hints;

    public IReadOnlyList<Box> Children => children;

    public Block? Block { get; private init; }

    /// <summary>Characters of text.</summary>
    public int Length { get; private set; }

    /// <summary>Characters of text within links.</summary>
    public int Linked { get; private set; }

    /// <summary>Characters of prose, those within links left out.</summary>
    public int Prose { get; private set; }

    public double LinkDensity => Length == 0 ? 0 : (double)Linked / Length;

    public static Box Run(Block block, int linked)
    {
        var own = block.Text.Length - linked;
        return new Box("", "")
        {
            Block = block,
            Length = block.Text.Length,
            Linked = linked,
            Prose = own >= ProseFrom && own > linked ? own / Weight(block.Kind) : 0,
        };
    }

    /// <summary>Lists are as often of other articles as they are part of this one.</summary>
    private static int Weight(BlockKind kind) => kind switch
    {
        BlockKind.Paragraph => 1,
        BlockKind.ListItem => 3,
        _ => int.MaxValue,
    };

    /// <summary>Adds a finished box; an empty one is left out.</summary>
    public void Add(Box child)
    {
        if (child.Length > 0)
        {
            children.Add(child);
            Length += child.Length;
            Linked += child.Linked;
            Prose += child.Prose;
        }
    }

    /// <summary>The same box with only some of its children, at every depth.</summary>
    public Box Where(Func<Box, bool> keep)
    {
        if (Block is not null)
        {
            return this;
        }

        var kept = new Box(Name, Hints);
        foreach (var child in children.Where(keep))
        {
            kept.Add(child.Where(keep));
        }

        return kept;
    }

    /// <summary>All boxes within, in the order of the page; by a stack, as iterators within iterators would cost their depth at every step.</summary>
    public IEnumerable<Box> Within()
    {
        var next = new Stack<Box>(children.AsEnumerable().Reverse());
        while (next.TryPop(out var box))
        {
            yield return box;
            foreach (var child in box.children.AsEnumerable().Reverse())
            {
                next.Push(child);
            }
        }
    }

    /// <summary>Its runs of text, in order.</summary>
    public IEnumerable<Box> Runs() => Block is not null ? [this] : Within().Where(b => b.Block is not null);

    public IEnumerable<Block> Blocks() => Runs().Select(run => run.Block!);
}
