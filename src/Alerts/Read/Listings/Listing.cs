namespace Alerts.Read.Listings;

/// <summary>An article as a list, feed, sitemap or API names it.</summary>
/// <param name="Url">Of the article's own page, absolute; with its content given, only what tells it from others.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Published">Day of publication, UTC.</param>
/// <param name="Content">HTML of the whole article; null when its page has to be fetched.</param>
/// <param name="Modified">When it last changed, where the listing says so.</param>
public sealed record ListedArticle(Uri Url, string Title, DateOnly? Published = null, string? Content = null, DateTimeOffset? Modified = null);

/// <summary>What a source names to be read, in its own order; or the named reason why it cannot be read.</summary>
/// <param name="Articles">At most <see cref="Most"/>.</param>
/// <param name="Problem">Why there is none.</param>
/// <param name="Explanation">A sentence for the operator: what is wrong and how to mend it.</param>
public sealed record Listing(IReadOnlyList<ListedArticle> Articles, ReadProblem Problem = ReadProblem.None, string? Explanation = null)
{
    /// <summary>What stands further down is not new.</summary>
    public const int Most = 500;

    /// <summary>Other listings that this one is made of, the newest first: the parts of a sitemap.</summary>
    public IReadOnlyList<Uri> Parts { get; init; } = [];
}
