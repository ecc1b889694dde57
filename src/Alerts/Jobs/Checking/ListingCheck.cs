using Alerts.Read;
using Alerts.Read.Listings;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>A list, feed, sitemap or API: each article it names is read, once and again when it changes.</summary>
public sealed class ListingCheck(SourceKind kind, Fetcher fetcher, ListingReader listings, ArticleCheck articles, IDocumentStore documents, TimeProvider time) : ISourceCheck
{
    /// <summary>So many pages of a site are asked for in one check; the rest waits for the next.</summary>
    public const int MostFetched = 40;

    /// <summary>Within this time the last article is asked for, however slow the site.</summary>
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(3);

    public SourceKind Kind => kind;

    public async Task<SourceFinding> RunAsync(WatchedSource watched, CancellationToken cancellation)
    {
        // A list is asked for unconditionally: an index that stayed the same still names articles that may have changed.
        var fetched = await fetcher.FetchAsync(watched.Source.Url, kind == SourceKind.List ? Validators.None : watched.State.Validators, cancellation);
        if (SourceFinding.Settled(fetched) is { } settled)
        {
            return settled;
        }

        var listing = await WholeAsync(fetched, watched.Source, cancellation);
        return listing.Problem != ReadProblem.None ? SourceFinding.Failure(listing.Problem, listing.Explanation)
            : Completeness.Shrunken(watched, listing.Articles.Count) is { } shrunken ? shrunken
            : await ReadAsync(watched, fetched, listing.Articles, cancellation);
    }

    /// <summary>With the articles of its parts.</summary>
    private async Task<Listing> WholeAsync(Fetched fetched, Source source, CancellationToken cancellation)
    {
        var whole = listings.Read(fetched, source);
        foreach (var part in whole.Parts)
        {
            var found = await fetcher.FetchAsync(part, Validators.None, cancellation);
            var read = found.Outcome == FetchOutcome.Fetched ? listings.Read(found, source) : new Listing([], ReadProblem.NoText, found.Problem);
            if (read.Problem != ReadProblem.None)
            {
                return read;
            }

            whole = whole with { Articles = [.. whole.Articles.Concat(read.Articles).Take(Listing.Most)] };
        }

        return whole;
    }

    private async Task<SourceFinding> ReadAsync(WatchedSource watched, Fetched fetched, IReadOnlyList<ListedArticle> listed, CancellationToken cancellation)
    {
        var source = watched.Source;
        var known = await documents.ListAsync(source.Id, cancellation).ToDictionaryAsync(d => d.Url, cancellationToken: cancellation);
        var isFirst = watched.State.LastSuccess is null;
        var all = Candidate.Of(listed, known, isFirst);
        if (isFirst && source.Notify == SourceNotify.AnyChange)
        {
            all = await NotedAsync(source, all, cancellation);
        }

        var (due, left) = Due(all);
        var findings = new List<ArticleFinding>();
        var begun = time.GetTimestamp();
        foreach (var article in due)
        {
            if (time.GetElapsedTime(begun) > Budget)
            {
                left = true;
                break;
            }

            var found = await articles.RunAsync(source, fetched, article, cancellation);
            findings.Add(found);
            if (found.Outcome == SourceFinding.PostponedOutcome)
            {
                left = true;
                break;
            }
        }

        var read = findings.Select(f => f.Document).OfType<Document>().Where(d => !known.TryGetValue(d.Url, out var before) || before != d).ToList();
        await documents.SaveAsync(source.Id, read, cancellation);
        foreach (var document in read)
        {
            known[document.Url] = document;
        }

        var seen = all.Select(a => (a.Listed.Published, Document: known.GetValueOrDefault(a.Page))).ToList();
        return Finding(fetched, findings, left, seen.Count(a => a.Document?.ContentHash is not null), listed.Count) with
        {
            Newest = seen.Select(a => a.Published ?? a.Document?.Published).Max(),
        };
    }

    /// <summary>
    /// Notes all that is there at the first check before any of it is read: what later checks name besides is new to the source's followers,
    /// and what the first had no time for is not.
    /// </summary>
    private async Task<IReadOnlyList<Candidate>> NotedAsync(Source source, IReadOnlyList<Candidate> all, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var noted = all.Select(a => a with { Known = a.Known ?? new Document { SourceId = source.Id, Url = a.Page, FirstSeen = now } }).ToList();
        await documents.SaveAsync(source.Id, [.. noted.Select(a => a.Known!)], cancellation);
        return noted;
    }

    /// <summary>New articles first, in the listing's order; then those looked at longest ago. What the listing holds whole costs the site nothing.</summary>
    private (IReadOnlyList<Candidate> Due, bool Left) Due(IReadOnlyList<Candidate> all)
    {
        var now = time.GetUtcNow();
        var whole = all.Where(a => a.Listed.Content is not null);
        var asked = all
            .Where(a => a.Listed.Content is null && (a.Known is null || a.Known.IsDue(now) || a.Listed.Modified > a.Known.LastChecked))
            .OrderBy(a => a.Known?.LastChecked ?? DateTimeOffset.MinValue)
            .ToList();
        return ([.. whole, .. asked.Take(MostFetched)], asked.Count > MostFetched);
    }

    /// <param name="fetched">The listing.</param>
    /// <param name="findings">Of the articles that were asked for.</param>
    /// <param name="left">Are there others that should have been?</param>
    /// <param name="read">Articles of the listing that were read, now or before.</param>
    /// <param name="items">Articles of the listing.</param>
    private static SourceFinding Finding(Fetched fetched, List<ArticleFinding> findings, bool left, int read, int items)
    {
        var problems = findings.Where(f => f.Outcome is not null and not SourceFinding.PostponedOutcome).ToList();
        var taken = findings.Aggregate(default(Taken), (sum, f) => sum + f.Taken);
        var none = problems.Count > 0 && read == 0;
        return new SourceFinding
        {
            Outcome = none ? problems[0].Outcome! : taken.Articles > 0 ? SourceFinding.ChangedOutcome : SourceFinding.UnchangedOutcome,
            Failed = none,

            // Without validators the next fetch is unconditional, so that what was never read is asked for again.
            Validators = read == items && problems.Count == 0 && !left ? fetched.Validators : Validators.None,
            FreshFor = left ? null : fetched.FreshFor,
            Items = items,
            IsUnfinished = left,
            Problem = problems.Count == 0 ? null : $"{problems.Count} of {findings.Count} articles could not be read; the first: {problems[0].Outcome}: {problems[0].Problem}",
            Taken = taken,
        };
    }
}
