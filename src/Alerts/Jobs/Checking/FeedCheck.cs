using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>RSS or Atom: each entry is an article, told whole by the feed or by its own page.</summary>
public sealed class FeedCheck(Fetcher fetcher, FeedReader feeds, DocumentCheck documents) : ISourceCheck
{
    public SourceKind Kind => SourceKind.Feed;

    public async Task<SourceFinding> RunAsync(WatchedSource watched, CancellationToken cancellation)
    {
        var fetched = await fetcher.FetchAsync(watched.Source.Url, watched.State.Validators, cancellation);
        if (SourceFinding.Settled(fetched) is { } settled)
        {
            return settled;
        }

        var feed = feeds.Read(fetched);
        return feed.Problem != ReadProblem.None
            ? SourceFinding.Failure(feed.Problem, feed.Explanation)
            : await DocumentCheck.RunAllAsync(fetched.Validators, feed.Entries, entry => entry.Content is null
                ? documents.FetchAsync(watched.Source.Id, entry.Url, entry.Published, cancellation)
                : documents.TakeAsync(watched.Source.Id, fetched, entry, cancellation));
    }
}
