using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>One page is one article.</summary>
public sealed class PageCheck(Fetcher fetcher, ArticleReader reader, Intake intake) : ISourceCheck
{
    public SourceKind Kind => SourceKind.Page;

    public async Task<SourceFinding> RunAsync(WatchedSource watched, CancellationToken cancellation)
    {
        var fetched = await fetcher.FetchAsync(watched.Source.Url, watched.State.Validators, cancellation);
        if (SourceFinding.Settled(fetched) is { } settled)
        {
            return settled;
        }

        var reading = reader.Read(fetched, watched.Source.Id);
        if (reading.Article is not { } article)
        {
            return SourceFinding.Failure(reading.Problem, reading.Explanation);
        }

        return article.ContentHash == watched.State.ContentHash
            ? SourceFinding.Unchanged(fetched.Validators)
            : new SourceFinding
            {
                Outcome = SourceFinding.ChangedOutcome,
                Validators = fetched.Validators,
                ContentHash = article.ContentHash,
                Taken = await intake.TakeAsync(fetched, article, cancellation),
            };
    }
}
