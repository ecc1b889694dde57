using System.Globalization;
using Alerts.Cases;

namespace Alerts.Read;

/// <summary>A page that reads otherwise than before, for those who follow the page itself. Bounded: it is one row of a table, and one mail.</summary>
public sealed record PageChange
{
    /// <summary>So many sentences are kept; the others are counted.</summary>
    public const int MostSentences = 40;

    /// <summary>Of a new article: its title and how it begins.</summary>
    private const int MostOfNew = 6;

    private const int LongestSentence = 1000;
    private const int LongestTitle = 300;

    /// <summary>The same for the same step from version to version, however often it is worked out.</summary>
    public required string Id { get; init; }

    public required string SourceId { get; init; }

    /// <summary>As the source was called then, so that every try to deliver says the same.</summary>
    public required string SourceName { get; init; }

    public required Uri Url { get; init; }

    /// <summary>Empty where the page has none.</summary>
    public required string Title { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Names the snapshot of the version before.</summary>
    public string? Before { get; init; }

    /// <summary>Names the snapshot of the new version.</summary>
    public string? After { get; init; }

    /// <summary>Added and removed, in the order of the text.</summary>
    public required IReadOnlyList<SentenceChange> Sentences { get; init; }

    /// <summary>How many more sentences came or went.</summary>
    public int LeftOut { get; init; }

    /// <param name="sourceId">The source.</param>
    /// <param name="sourceName">What people call it.</param>
    /// <param name="before">The version last taken in.</param>
    /// <param name="after">The new one.</param>
    /// <param name="since">When the page was last looked at before this. A page that goes to and fro changes anew each time, though its texts repeat.</param>
    /// <returns>null where no sentence came or went.</returns>
    public static PageChange? Between(string sourceId, string sourceName, Article before, Article after, DateTimeOffset since)
    {
        var changed = ArticleDiff.Of(before, after).Where(c => c.Fate != SentenceFate.Kept).ToList();
        return changed.Count == 0 ? null : new PageChange
        {
            Id = StableId.Of(sourceId, after.Url.AbsoluteUri, before.ContentHash, after.ContentHash, since.UtcTicks.ToString(CultureInfo.InvariantCulture)),
            SourceId = sourceId,
            SourceName = sourceName,
            Url = after.Url,
            Title = Cut(after.Title, LongestTitle),
            At = after.Retrieved,
            Before = before.Digest,
            After = after.Digest,
            Sentences = [.. changed.Take(MostSentences).Select(c => c with { Text = Cut(c.Text, LongestSentence) })],
            LeftOut = Math.Max(0, changed.Count - MostSentences),
        };
    }

    /// <summary>A new article is a change from nothing: its title and its first sentences came.</summary>
    /// <inheritdoc cref="Between"/>
    public static PageChange? OfNew(string sourceId, string sourceName, Article article) =>
        Between(sourceId, sourceName, article with { Title = "", Blocks = [], Digest = null }, article, since: default) is { } whole
            ? whole with { Sentences = [.. whole.Sentences.Take(MostOfNew)], LeftOut = whole.LeftOut + Math.Max(0, whole.Sentences.Count - MostOfNew) }
            : null;

    /// <summary>Never half a surrogate pair.</summary>
    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : $"{text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)]}…";
}

/// <summary>Where changes of pages are kept, by source.</summary>
public interface IPageChangeStore
{
    /// <summary>One that is there already stays as it is.</summary>
    Task AddAsync(PageChange change, CancellationToken cancellation);

    Task<PageChange?> FindAsync(string sourceId, string changeId, CancellationToken cancellation);
}
