using Alerts.Read.Listings;
using Alerts.Watch;

namespace Alerts.Jobs.Checking;

/// <summary>An article that a listing names, and what is remembered of it.</summary>
/// <param name="Listed">As it is named.</param>
/// <param name="Page">What it is known by: its canonical address.</param>
/// <param name="Known">null for one that was not named before.</param>
/// <param name="IsNew">It was not there at the first check of its source, and is news to those who follow the source.</param>
public sealed record Candidate(ListedArticle Listed, Uri Page, Document? Known, bool IsNew)
{
    /// <param name="listed">The listing.</param>
    /// <param name="known">What is remembered of the source's articles.</param>
    /// <param name="isFirst">At the first check nothing is new: it is what later ones are held against.</param>
    public static IReadOnlyList<Candidate> Of(IReadOnlyList<ListedArticle> listed, IReadOnlyDictionary<Uri, Document> known, bool isFirst)
    {
        var first = known.Values.Select(d => (DateTimeOffset?)d.FirstSeen).Min();
        return [.. listed.Select(article =>
        {
            var page = CanonicalUrl.Of(article.Url);
            var document = known.GetValueOrDefault(page);
            return new Candidate(article, page, document, IsNew: !isFirst && (document is null || document.FirstSeen > first));
        })];
    }
}
