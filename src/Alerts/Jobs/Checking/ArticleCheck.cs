using Alerts.Cases;
using Alerts.Read;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>What became of one article of a listing.</summary>
/// <param name="Document">What to remember of it; null when nothing was asked.</param>
/// <param name="Taken">What was taken in; nothing when it is as it was.</param>
/// <param name="Outcome">Why it could not be read, as a word; null when it could.</param>
/// <param name="Problem">The same as a sentence.</param>
public sealed record ArticleFinding(Document? Document, Taken Taken, string? Outcome = null, string? Problem = null);

/// <summary>Reads one article that a listing names.</summary>
public sealed class ArticleCheck(Fetcher fetcher, ArticleReader reader, Intake intake, TimeProvider time)
{
    /// <param name="source">Whose article it is.</param>
    /// <param name="listing">The bytes that named it, and may hold the whole of it.</param>
    /// <param name="article">The article, and what is remembered of it.</param>
    /// <param name="cancellation">Ends the check.</param>
    public async Task<ArticleFinding> RunAsync(Source source, Fetched listing, Candidate article, CancellationToken cancellation)
    {
        var (listed, known) = (article.Listed, article.Known);
        if (listed.Content is not null)
        {
            return await TakeAsync(source, listing, reader.Read(listing, listed, source.Id), article, cancellation);
        }

        var fetched = await fetcher.FetchAsync(listed.Url, known?.Validators ?? Validators.None, cancellation);
        return fetched.Outcome switch
        {
            FetchOutcome.Fetched => await TakeAsync(source, fetched, reader.Read(fetched, source, listed.Published), article, cancellation),
            FetchOutcome.NotModified => new ArticleFinding(known! with { Validators = fetched.Validators, LastChecked = time.GetUtcNow() }, default),
            FetchOutcome.Postponed => new ArticleFinding(Document: null, default, SourceFinding.PostponedOutcome, fetched.Problem),
            _ => Failed(source, article, Word.Of(fetched.Outcome), fetched.Problem),
        };
    }

    private async Task<ArticleFinding> TakeAsync(Source source, Fetched fetched, Reading reading, Candidate candidate, CancellationToken cancellation)
    {
        var known = candidate.Known;
        if (reading.Article is not { } article)
        {
            return Failed(source, candidate, Word.Of(reading.Problem), reading.Explanation);
        }

        var changed = article.ContentHash != known?.ContentHash;
        var taken = changed ? await intake.TakeAsync(source, fetched, article, LastTaken.Of(known), candidate.IsNew, cancellation) : default;
        var document = Remembered(source, candidate) with
        {
            Validators = fetched.Validators,
            ContentHash = article.ContentHash,
            Published = article.Published,
            Digest = changed ? article.Digest : known!.Digest,
            PreviousDigest = changed ? known?.Digest : known!.PreviousDigest,
        };
        return new ArticleFinding(document, taken);
    }

    /// <summary>Remembered too, so that what is always missing is not asked for at every check.</summary>
    private ArticleFinding Failed(Source source, Candidate article, string outcome, string? problem) =>
        new(Remembered(source, article) with { Validators = Validators.None }, default, outcome, problem);

    private Document Remembered(Source source, Candidate article)
    {
        var now = time.GetUtcNow();
        return (article.Known ?? new Document { SourceId = source.Id, Url = article.Page, FirstSeen = now }) with { LastChecked = now };
    }
}
