namespace Alerts.Read;

/// <summary>Finds the article on a page: the innermost element that holds nearly all of the prose, less what is boilerplate within it.</summary>
internal static class MainText
{
    /// <summary>A child that holds so much of the prose is gone into; the rest around it is not the article.</summary>
    private const double Dominant = 0.85;

    private const double FairShare = 0.4;

    /// <summary>What stands in front of an article's headline is the head of the page, up to so much of the text.</summary>
    private const double HeadShare = 0.25;

    public static IReadOnlyList<Block> Of(Box page)
    {
        var cleaned = page.Where(box => !Boilerplate.IsNamed(box, page.Prose));
        var main = Innermost(Declared(cleaned) ?? (cleaned.Prose > 0 ? cleaned : page));
        var runs = main.Where(box => !Boilerplate.IsLinks(box)).Runs().Where(run => !Volatile.Is(run.Block!.Text)).ToList();
        var end = runs.FindLastIndex(run => !Boilerplate.IsFoot(run)) is var last and >= 0 ? last + 1 : runs.Count;
        return WithoutTrailingHeadings([.. runs.Take(end).Select(run => run.Block!)]);
    }

    /// <summary>The element that the page itself calls the article, when it holds a fair share of the prose.</summary>
    private static Box? Declared(Box page) => page.Within()
        .Where(b => b.Name == "article" && b.Prose >= page.Prose * FairShare)
        .MaxBy(b => b.Prose);

    private static Box Innermost(Box box)
    {
        while (box.Name is not "article" && box.Children.MaxBy(c => c.Prose) is { Block: null } child
            && IsContainer(child) && child.Prose >= box.Prose * Dominant)
        {
            box = child;
        }

        return box;
    }

    private static bool IsContainer(Box box) => box.Name is not ("p" or "li" or "blockquote" or "pre" or "dd" or "figure" or "ul" or "ol");

    /// <returns>The blocks without the headline, and without the head of the page in front of it.</returns>
    public static IReadOnlyList<Block> Below(string headline, IReadOnlyList<Block> blocks)
    {
        var at = blocks.Index().Where(b => PageTitle.IsSame(b.Item.Text, headline)).Select(b => b.Index).FirstOrDefault();
        var isHead = blocks.Take(at).Sum(b => b.Text.Length) <= blocks.Sum(b => b.Text.Length) * HeadShare;
        return [.. blocks.Skip(isHead ? at : 0).Where(b => !PageTitle.IsSame(b.Text, headline))];
    }

    /// <summary>A heading at the very end announced what was taken out.</summary>
    public static IReadOnlyList<Block> WithoutTrailingHeadings(IReadOnlyList<Block> blocks)
    {
        var end = blocks.Count;
        while (end > 1 && blocks[end - 1].Kind == BlockKind.Heading && blocks.Take(end - 1).Any(b => b.Kind != BlockKind.Heading))
        {
            end--;
        }

        return [.. blocks.Take(end)];
    }
}
