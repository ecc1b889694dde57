using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>An index page: each link that matches is an article.</summary>
public sealed class ListCheck(Fetcher fetcher, LinkReader links, DocumentCheck documents) : ISourceCheck
{
    public SourceKind Kind => SourceKind.List;

    public async Task<SourceFinding> RunAsync(WatchedSource watched, CancellationToken cancellation)
    {
        // Unconditional: an index that stayed the same still names articles that may have changed.
        var fetched = await fetcher.FetchAsync(watched.Source.Url, Validators.None, cancellation);
        if (SourceFinding.Settled(fetched) is { } settled)
        {
            return settled;
        }

        var found = links.Read(fetched, watched.Source.Follow);
        return found.Count == 0
            ? SourceFinding.Failure(
                ReadProblem.NoText,
                $"The page has no link that matches \"{watched.Source.Follow ?? "*"}\". Correct the source's follow pattern, or make it a page.")
            : await DocumentCheck.RunAllAsync(
                fetched.Validators,
                found,
                link => documents.FetchAsync(watched.Source.Id, link.Url, published: null, cancellation));
    }
}
