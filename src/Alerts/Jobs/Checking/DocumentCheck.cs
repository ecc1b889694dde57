using Alerts.Cases;
using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>What became of one article of a list or feed.</summary>
/// <param name="Taken">What was taken in; nothing when it is as it was.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
public readonly record struct DocumentFinding(Taken Taken, string? Problem = null);

/// <summary>Reads the articles that a list or feed names, each once and again when it changes.</summary>
public sealed class DocumentCheck(Fetcher fetcher, ArticleReader reader, IDocumentStore documents, Intake intake, TimeProvider time)
{
    /// <summary>Goes through the articles; one that cannot be read does not keep the others from being read.</summary>
    public static async Task<SourceFinding> RunAllAsync<T>(Validators validators, IReadOnlyList<T> items, Func<T, Task<DocumentFinding>> check)
    {
        var taken = default(Taken);
        var problems = new List<string>();
        foreach (var item in items)
        {
            var found = await check(item);
            taken += found.Taken;
            if (found.Problem is { } problem)
            {
                problems.Add(problem);
            }
        }

        return new SourceFinding
        {
            Outcome = taken.Articles > 0 ? SourceFinding.ChangedOutcome : SourceFinding.UnchangedOutcome,

            // Without validators the next fetch is unconditional, so that what could not be read now is asked for again.
            Validators = problems.Count == 0 ? validators : Validators.None,
            Problem = problems.Count == 0 ? null : $"{problems.Count} of {items.Count} articles could not be read; the first: {problems[0]}",
            Taken = taken,
        };
    }

    /// <summary>Fetches the article's own page.</summary>
    public async Task<DocumentFinding> FetchAsync(string sourceId, Uri url, DateOnly? published, CancellationToken cancellation)
    {
        var known = await documents.FindAsync(sourceId, CanonicalUrl.Of(url), cancellation);
        var fetched = await fetcher.FetchAsync(url, known?.Validators ?? Validators.None, cancellation);
        if (!fetched.Succeeded)
        {
            return new DocumentFinding(default, $"{Word.Of(fetched.Outcome)}: {fetched.Problem}");
        }

        return fetched.Outcome == FetchOutcome.NotModified
            ? default
            : await TakeAsync(fetched, reader.Read(fetched, sourceId, published), url, known, cancellation);
    }

    /// <summary>Takes an article whose whole text the feed itself holds.</summary>
    public async Task<DocumentFinding> TakeAsync(string sourceId, Fetched feed, FeedEntry entry, CancellationToken cancellation)
    {
        var known = await documents.FindAsync(sourceId, CanonicalUrl.Of(entry.Url), cancellation);
        return await TakeAsync(feed, reader.Read(feed, entry, sourceId), entry.Url, known, cancellation);
    }

    private async Task<DocumentFinding> TakeAsync(Fetched fetched, Reading reading, Uri url, Document? known, CancellationToken cancellation)
    {
        if (reading.Article is not { } article)
        {
            return new DocumentFinding(default, $"{Word.Of(reading.Problem)}: {reading.Explanation}");
        }

        var changed = article.ContentHash != known?.ContentHash;
        var taken = changed ? await intake.TakeAsync(fetched, article, cancellation) : default;
        if (changed || known?.Validators != fetched.Validators)
        {
            await documents.SaveAsync(
                new Document
                {
                    SourceId = article.SourceId!,
                    Url = CanonicalUrl.Of(url),
                    Validators = fetched.Validators,
                    ContentHash = article.ContentHash,
                    FirstSeen = known?.FirstSeen ?? time.GetUtcNow(),
                    Published = article.Published,
                    Digest = article.Digest,
                },
                cancellation);
        }

        return new DocumentFinding(taken);
    }
}
