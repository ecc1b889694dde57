using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>One page or document is one article.</summary>
public sealed class PageCheck(SourceKind kind, Fetcher fetcher, ArticleReader reader, Intake intake) : ISourceCheck
{
    public SourceKind Kind => kind;

    public async Task<SourceFinding> RunAsync(WatchedSource watched, CancellationToken cancellation)
    {
        var (source, state) = (watched.Source, watched.State);
        var fetched = await fetcher.FetchAsync(source.Url, state.Validators, cancellation);
        if (SourceFinding.Settled(fetched) is { } settled)
        {
            return settled;
        }

        // The very bytes that were read last time need no parser.
        if (fetched.Digest == state.Digest)
        {
            return SourceFinding.Unchanged(fetched);
        }

        var reading = reader.Read(fetched, source);
        if (reading.Article is not { } article)
        {
            return SourceFinding.Failure(reading.Problem, reading.Explanation);
        }

        return article.ContentHash == state.ContentHash
            ? SourceFinding.Unchanged(fetched)
            : new SourceFinding
            {
                Outcome = SourceFinding.ChangedOutcome,
                Validators = fetched.Validators,
                FreshFor = fetched.FreshFor,
                ContentHash = article.ContentHash,
                Digest = fetched.Digest,
                Newest = article.Published,
                Taken = await intake.TakeAsync(source, fetched, article, LastTaken.Of(state), isNew: false, cancellation),
            };
    }
}
