using Alerts.Watch;

namespace Alerts.Read;

/// <param name="Url">Of the article's own page, absolute.</param>
/// <param name="Title">May be empty.</param>
/// <param name="Published">Day of publication, UTC.</param>
/// <param name="Content">HTML of the whole article; null when the feed holds a summary only.</param>
public sealed record FeedEntry(Uri Url, string Title, DateOnly? Published, string? Content);

public sealed record Feed(IReadOnlyList<FeedEntry> Entries, ReadProblem Problem = ReadProblem.None, string? Explanation = null);

public sealed class FeedReader
{
    public Feed Read(Fetched fetched) => throw new NotImplementedException();
}
