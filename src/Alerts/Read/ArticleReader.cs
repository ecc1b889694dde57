using Alerts.Watch;

namespace Alerts.Read;

public sealed class ArticleReader
{
    public Reading Read(Fetched fetched, string? sourceId, DateOnly? published = null) => throw new NotImplementedException();

    public Reading Read(Fetched feed, FeedEntry entry, string? sourceId) => throw new NotImplementedException();
}
